import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [
      "test/browser/**",
      "test/pack/**",
      "test/infra/**",
      "test/runtime/**",
      "test/image/**",
      "test/senders/**",
      "test/gateway-clients/**",
      "test/**/*.long.test.ts",
    ],
    setupFiles: ["test/support/seeded.ts", "test/support/with-markup.ts"],
    // No file leaves anything behind; an environment of its own for each would take longer than the tests.
    isolate: false,
    // By itself it would leave one of two cores to itself, and take half as long again.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
