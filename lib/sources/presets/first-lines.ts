import type { Language } from "../../model/language.ts";
import { excerpt } from "../forge/excerpt.ts";
import { oneLine } from "../one-line.ts";
import type { Preset } from "./preset.ts";
import { readWiki } from "./read-wiki.ts";

/** At most so many lines, and so many characters in each, of so many that are read. */
const max = { lines: 3, characters: 200, read: 8_000 };

/** The first lines of a longer text, in words. */
export function firstLines(text: string, markup: Preset["markup"], language: Language): readonly string[] {
  if (markup === undefined) return excerpt(text, language);
  const part = text.slice(0, max.read);
  const lines = (markup === "wiki" ? readWiki(part) : part.split(/\r?\n/))
    .map((line) => oneLine(line, max.characters))
    .filter((line) => line !== "");
  const kept = lines.slice(0, max.lines);
  return lines.length > kept.length ? [...kept.slice(0, -1), `${kept.at(-1)?.replace(/…$/, "")}…`] : kept;
}
