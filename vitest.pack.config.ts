import { defineConfig } from "vitest/config";

/** The simulator as a package of its own: installs it in an empty folder, so it asks npm's cache or the registry. */
export default defineConfig({
  test: {
    include: ["test/pack/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
