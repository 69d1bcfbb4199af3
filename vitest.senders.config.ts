import { defineConfig } from "vitest/config";

/** What real senders say of the relay: installs them, so it asks apt and npm's registry. */
export default defineConfig({
  test: {
    include: ["test/senders/**/*.test.ts"],
    tags: [{ name: "smoke", description: "one case of each sender" }],
    // Nothing of these may go by a proxy: all are on loopback.
    env: { NO_PROXY: "*", no_proxy: "*" },
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // Only one may ask apt at a time.
    fileParallelism: false,
  },
});
