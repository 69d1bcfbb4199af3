import { defineConfig } from "vitest/config";

/** The zips under AWS's own runtime: builds it, so it asks npm's registry, and apt where a compiler is missing. */
export default defineConfig({
  test: {
    include: ["test/runtime/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
