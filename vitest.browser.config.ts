import { defineConfig } from "vitest/config";

/** What people see and press: needs a Chromium, by `CHROMIUM` or on `PATH`. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.browser.test.ts"],
    tags: [
      { name: "smoke", description: "the console once, in every look; a word to the bot on the simulator's page" },
    ],
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each starts a browser of its own.
    fileParallelism: false,
  },
});
