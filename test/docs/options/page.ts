import type { Language } from "../../../lib/model/language.ts";
import { tableOf } from "./rows.ts";
import { tables } from "./tables.ts";

/** The page between whose marks the tables stand. */
export const pages: Readonly<Record<Language, string>> = { en: "docs/options.md", zh: "docs/options.zh-CN.md" };

/**
 * A page with its tables as the code has them now: `<!-- options: route -->` … `<!-- end -->`. Throws where a table has no
 * place in it, or a mark no table.
 */
export function fillPage(text: string, language: Language): string {
  const used = new Set<string>();
  const filled = text.replaceAll(/(<!-- options: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g, (_, open, name, end) => {
    const rows = tables[String(name)];
    if (rows === undefined) throw new Error(`there is no table of options ${String(name)}`);
    used.add(String(name));
    return `${open}\n${tableOf(rows, language)}\n\n${end}`;
  });
  const lacking = Object.keys(tables).filter((name) => !used.has(name));
  if (lacking.length > 0) throw new Error(`no place for the options ${lacking.join(", ")}`);
  return filled;
}
