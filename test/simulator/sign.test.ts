import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSigned, publicKeyOf, seedOf, signCallback } from "../../simulator/sign.ts";

const op13 = {
  secret: "DG5g3B4j9X2KOErG",
  timestamp: "1725442341",
  body: "Arq0D5A61EgUu4OxUvOp",
  signature:
    "87befc99c42c651b3aac0278e71ada338433ae26fcb24307bdc5ad38c1adc2d01bcfcadc0842edac85e85205028a1132afe09280305f13aa6909ffc2d652c706",
};
const dispatch = {
  secret: "naOC0ocQE3shWLAfffVLB1rhYPG7",
  timestamp: "1725442341",
  body: '{\n  "op": 0,\n  "d": {},\n  "t": "GATEWAY_EVENT_NAME"\n}',
  signature:
    "865ad13a61752ca65e26bde6676459cd36cf1be609375b37bd62af366e1dc25a8dc789ba7f14e017ada3d554c671a911bfdf075ba54835b23391d509579ed002",
};
const botgo = {
  secret: "123456abcdef",
  timestamp: "1728981195",
  body: '{"id":"ROBOT1.0_veoihSEXDc8Q.g-6eLpNIa11bH8MisOjn-m-LKxCPntMk6exUXgcWCGpVO7L2QKTNZzjZzFFDSbiOFcqAPWyVA!!","content":"哦一下","timestamp":"2024-10-15T16:33:15+08:00","author":{"id":"675860273","user_openid":"675860273"}}',
  signature:
    "e949b5b94ef4103df903fb031d1d16e358db3db83e79e117edd404c8508be3ce8a76d7bad1bed353194c126a1a5915b4ad8b5288c1191cc53a12acffccd82004",
};

const sha = (text: string) => createHash("sha256").update(text).digest("hex");

describe("published vectors", () => {
  test.each([op13, dispatch, botgo])("$secret", ({ secret, timestamp, body, signature }) => {
    expect(signCallback(secret, timestamp, body)).toBe(signature);
    expect(isSigned(secret, timestamp, body, signature)).toBe(true);
    expect(isSigned(secret, `${timestamp}0`, body, signature)).toBe(false);
    expect(isSigned(secret, timestamp, `${body} `, signature)).toBe(false);
    expect(isSigned(secret, timestamp, body, signature.slice(2))).toBe(false);
  });

  test("the bodies are the ones that were signed", () => {
    expect(sha(dispatch.body)).toBe("70df4ef67efb9347a1f5a61345d92563f545d0b6eca38f16b0a737834b7ec1e6");
    expect(sha(botgo.body)).toBe("012bf213f9fdf666d83cf964e9ab0de4a190f3bec52c5a022a91940bd24b34de");
  });

  test.each([
    [
      "DG5g3B4j9X2KOErG",
      "DG5g3B4j9X2KOErGDG5g3B4j9X2KOErG",
      "8b28ded5630f9051c205dd04c6ec56ad0b08b8812b2fe30ee9aece0ab41926f3",
    ],
    [
      "naOC0ocQE3shWLAfffVLB1rhYPG7",
      "naOC0ocQE3shWLAfffVLB1rhYPG7naOC",
      "d7c362fe78aef81ff23287b493628b5db02a3c4fe30b215e4d19609b5d76673a",
    ],
    [
      "123456abcdef",
      "123456abcdef123456abcdef123456ab",
      "1c3039fbc8134a9df2a09f47cf4bf9303440988cec3b22056b62470b85fa80a7",
    ],
  ])("key of %s", (secret, seed, publicKey) => {
    expect(seedOf(secret).toString()).toBe(seed);
    expect(publicKeyOf(secret)).toBe(publicKey);
  });

  test("an empty secret is told at once", () => {
    expect(() => seedOf("")).toThrow(/secret is empty/);
  });
});
