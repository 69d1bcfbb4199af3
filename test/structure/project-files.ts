import { globSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

const made = new Set(["node_modules", "coverage"]);

/** Every file that people keep here, from the project's root; what tools make or keep hidden is none of them. */
export const projectFiles: readonly string[] = globSync(["**/*", ".env.example"], {
  cwd: root,
  withFileTypes: true,
  exclude: ({ name }) => made.has(name) || (name.startsWith(".") && name !== ".env.example"),
})
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
