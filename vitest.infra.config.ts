import { defineConfig } from "vitest/config";

/** What is deployed: needs SST's platform, which `npm run test:infra` installs. */
export default defineConfig({
  test: {
    include: ["test/infra/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Each plan is a process, and bundling takes all cores anyway.
    maxWorkers: 2,
  },
});
