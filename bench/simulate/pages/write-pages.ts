import { readFile, writeFile } from "node:fs/promises";
import type { Verdict } from "../bounds/judge.ts";
import { markdownVerdicts } from "../bounds/print-verdicts.ts";
import { printAllMarkdown, printMarkdown } from "../print-markdown.ts";
import type { Result } from "../simulate.ts";
import { fill } from "./fill.ts";
import { readmeTable } from "./readme-table.ts";

/** All that pages show of the simulation. */
export type Simulated = {
  readonly one: readonly Result[];
  readonly all: readonly Result[];
  readonly verdicts: readonly Verdict[];
};

const pages: Readonly<Record<string, Readonly<Record<string, (simulated: Simulated) => string>>>> = {
  "README.md": { month: ({ one }) => readmeTable(one, "en") },
  "README.zh-CN.md": { month: ({ one }) => readmeTable(one, "zh") },
  "docs/simulation.md": {
    month: ({ one }) => printMarkdown(one),
    all: ({ all }) => printAllMarkdown(all),
    bounds: ({ verdicts }) => markdownVerdicts(verdicts),
  },
};

/** Writes the figures into the pages that show them; the answer names the pages. */
export async function writePages(simulated: Simulated): Promise<readonly string[]> {
  for (const [name, parts] of Object.entries(pages)) {
    const page = await readFile(name, "utf8");
    const filled = Object.entries(parts).reduce((text, [part, write]) => fill(text, part, write(simulated)), page);
    await writeFile(name, filled);
  }
  return Object.keys(pages);
}
