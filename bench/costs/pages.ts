import { readFileSync, writeFileSync } from "node:fs";
import { figuresOf } from "./figures.ts";
import { costPage } from "./page.ts";
import type { Units } from "./units.ts";
import type { Language } from "./words.ts";

const pages = { "docs/deploy.md": "en", "docs/deploy.zh-CN.md": "zh" } as const satisfies Record<string, Language>;

export type PageName = keyof typeof pages;

export const pageNames = Object.keys(pages) as readonly PageName[];

const pathOf = (page: PageName): URL => new URL(`../../${page}`, import.meta.url);

export const readPage = (page: PageName): string => readFileSync(pathOf(page), "utf8");

const begin = "<!-- costs -->";
const end = "<!-- end -->";

/** A page with its costs as they are computed now, between its marks; throws where it has none. */
export function withCosts(text: string, page: PageName, units: Units): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${page} has no place for its costs: ${begin} … ${end}`);
  const costs = costPage(figuresOf(units), pages[page]);
  return `${text.slice(0, from)}${begin}\n\n${costs}\n\n${text.slice(to)}`;
}

/** Writes what it costs into the pages that tell it; the answer names them. */
export function fillPages(units: Units): readonly PageName[] {
  for (const page of pageNames) writeFileSync(pathOf(page), withCosts(readPage(page), page, units));
  return pageNames;
}
