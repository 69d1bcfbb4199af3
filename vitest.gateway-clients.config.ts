import { defineConfig } from "vitest/config";

/** What bots of others say to the simulator's gateway: installs them, so it asks npm's registry. */
export default defineConfig({
  test: {
    include: ["test/gateway-clients/**/*.test.ts"],
    tags: [{ name: "smoke", description: "the client that is installed quickest" }],
    // Nothing of these may go by a proxy: all are on loopback.
    env: { NO_PROXY: "*", no_proxy: "*" },
    testTimeout: 300_000,
  },
});
