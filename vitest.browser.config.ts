import { defineConfig } from "vitest/config";

/** What people see and press: needs a Chromium, by `CHROMIUM` or on `PATH`. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.browser.test.ts"],
    tags: [{ name: "smoke", description: "the console once: a push and where it went, a digest and why it waited" }],
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each starts a browser of its own.
    fileParallelism: false,
  },
});
