/** What the functions' bundles leave out, as SST's `nodejs.esbuild` takes it; 300 KiB, and a fifth of a cold start. */
export const esbuildOptions = {
  /**
   * Links of the AWS client's credential chain after the environment, where Lambda's credentials always are: they are
   * imported only when reached.
   */
  external: [
    "@aws-sdk/credential-provider-http",
    "@aws-sdk/credential-provider-ini",
    "@aws-sdk/credential-provider-process",
    "@aws-sdk/credential-provider-sso",
    "@aws-sdk/credential-provider-web-identity",
    "@smithy/credential-provider-imds",
    // undici's HTTP parser for machines without SIMD instructions; Lambda's have them.
    "*/llhttp/llhttp-wasm.js",
  ],
  /** Maps would be uploaded one by one, a hundred of them, and nothing in AWS reads them. */
  sourcemap: false,
  /** How undici is told to come with one HTTP parser: its second, experimental one is off unless asked for. */
  define: { esbuildDetection: "true" },
};
