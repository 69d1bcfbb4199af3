import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../../../lib/model/language.ts";
import { root } from "../../structure/project-files.ts";
import { fillPage, pages } from "./page.ts";

// `npm run docs:codes`: writes the tables of QQ's codes anew, in both languages.
for (const language of languages) {
  const file = join(root, pages[language]);
  writeFileSync(file, fillPage(readFileSync(file, "utf8"), language));
}
