import { defineConfig } from "vitest/config";

/** What is on the disk when it is said to be: traces of the real process, a full disk, another user, sixty kills. Takes minutes. */
export default defineConfig({
  test: {
    include: ["test/durability/**/*.test.ts"],
    testTimeout: 600_000,
    hookTimeout: 60_000,
    // Each starts processes of its own, and measures them.
    fileParallelism: false,
  },
});
