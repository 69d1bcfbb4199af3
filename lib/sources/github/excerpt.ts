import type { Language } from "../../model/language.ts";
import { cutToLength } from "../../base/cut-to-length.ts";
import { oneLine } from "../one-line.ts";

const image = { zh: "[图片]", en: "[image]" } as const satisfies Record<Language, string>;

/** Markup that says nothing on a phone: hidden comments (also unclosed ones), code fences, heading signs. */
const hidden = /<!--[\s\S]*?(?:-->|$)/g;
const fence = /^\s*(?:```|~~~)/;
const heading = /^\s*#{1,6}\s+/;
const picture = /!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)|<img\b[^>\n]{0,2000}>/gi;

/** The first lines of a longer text: at most 3 lines and 200 characters in all. A reply is told without what it quotes. */
export function excerpt(body: string | null | undefined, language: Language): readonly string[] {
  const text = (body ?? "").slice(0, 20_000).replace(hidden, " ").replace(picture, image[language]);
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "" && !fence.test(line));
  const own = lines.filter((line) => !/^\s*>/.test(line));
  const told: string[] = [];
  let left = 200;
  for (const line of (own.length > 0 ? own : lines)
    .map((line) => oneLine(line.replace(heading, "")))
    .filter((line) => line !== "")) {
    if (told.length === 3 || left < 1) return [...told.slice(0, -1), ellipsis(told.at(-1) ?? "")];
    told.push(cutToLength(line, left));
    left -= line.length;
  }
  return told;
}

const ellipsis = (line: string): string => (line.endsWith("…") ? line : `${line}…`);
