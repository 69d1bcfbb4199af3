import { defineConfig } from "vitest/config";

/** Every command that a document prints, as a person would run it: in a copy of the project, beside a relay and a simulator. */
export default defineConfig({
  test: {
    include: ["test/docs/**/*.long.test.ts"],
    tags: [{ name: "smoke", description: "those of the README and of the page on a real bot" }],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
