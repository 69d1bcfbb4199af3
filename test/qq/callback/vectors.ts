/** The address check of QQ's page on webhooks. */
export const op13 = {
  secret: "DG5g3B4j9X2KOErG",
  event_ts: "1725442341",
  plain_token: "Arq0D5A61EgUu4OxUvOp",
  signature:
    "87befc99c42c651b3aac0278e71ada338433ae26fcb24307bdc5ad38c1adc2d01bcfcadc0842edac85e85205028a1132afe09280305f13aa6909ffc2d652c706",
  publicKey: "8b28ded5630f9051c205dd04c6ec56ad0b08b8812b2fe30ee9aece0ab41926f3",
} as const;

/** The event of the same page. It prints the body in one line, but signed it in five. */
export const dispatch = {
  secret: "naOC0ocQE3shWLAfffVLB1rhYPG7",
  timestamp: "1725442341",
  body: '{\n  "op": 0,\n  "d": {},\n  "t": "GATEWAY_EVENT_NAME"\n}',
  signature:
    "865ad13a61752ca65e26bde6676459cd36cf1be609375b37bd62af366e1dc25a8dc789ba7f14e017ada3d554c671a911bfdf075ba54835b23391d509579ed002",
} as const;

/** The test of the official Go SDK. */
export const botgo = {
  secret: "123456abcdef",
  timestamp: "1728981195",
  body: '{"id":"ROBOT1.0_veoihSEXDc8Q.g-6eLpNIa11bH8MisOjn-m-LKxCPntMk6exUXgcWCGpVO7L2QKTNZzjZzFFDSbiOFcqAPWyVA!!","content":"哦一下","timestamp":"2024-10-15T16:33:15+08:00","author":{"id":"675860273","user_openid":"675860273"}}',
  signature:
    "e949b5b94ef4103df903fb031d1d16e358db3db83e79e117edd404c8508be3ce8a76d7bad1bed353194c126a1a5915b4ad8b5288c1191cc53a12acffccd82004",
} as const;
