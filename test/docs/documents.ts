import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFiles, root } from "../structure/project-files.ts";

/** A document in both languages, by their paths from the project's root. */
export type Pair = { readonly en: string; readonly zh: string };

/** Written once for both languages, each paragraph in turn. */
const bilingual: ReadonlySet<string> = new Set(["docs/simulation.md", "simulator/README.md"]);

/** For those who develop it, in English alone. */
const ofDevelopers: ReadonlySet<string> = new Set(["CONTRIBUTING.md"]);

const isDocument = (file: string): boolean =>
  /^(?:README|CONTRIBUTING|docs\/.*|simulator\/README)(?:\.zh-CN)?(?:\.md)?$/.test(file) && file.endsWith(".md");

/** Everything that users read, both languages of each. */
export const documents: readonly string[] = projectFiles.filter(isDocument).toSorted();

/** What has to be there in both languages. */
export const pairs: readonly Pair[] = documents
  .filter((file) => !file.endsWith(".zh-CN.md") && !bilingual.has(file) && !ofDevelopers.has(file))
  .map((en) => ({ en, zh: en.replace(/\.md$/, ".zh-CN.md") }));

export const readDocument = (file: string): string => readFileSync(join(root, file), "utf8");
