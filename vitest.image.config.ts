import { defineConfig } from "vitest/config";

/** What is shipped: installs packages, so it asks npm's cache or the registry. */
export default defineConfig({
  test: {
    include: ["test/image/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
