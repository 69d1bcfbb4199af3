import { readMarkup } from "../markup/read-markup.ts";
import { oneLine } from "../one-line.ts";
import type { Preset } from "./preset.ts";
import { readWiki } from "./read-wiki.ts";

/** At most so many lines, and so many characters in each. */
const max = { lines: 3, characters: 200, read: 8_000 };

/** The first lines of a longer text, in words. */
export function excerpt(text: string, markup: Preset["markup"]): readonly string[] {
  const lines = linesOf(text.slice(0, max.read), markup)
    .map((line) => oneLine(line, max.characters))
    .filter((line) => line !== "");
  const kept = lines.slice(0, max.lines);
  return lines.length > kept.length ? [...kept.slice(0, -1), `${kept.at(-1)?.replace(/…$/, "")}…`] : kept;
}

function linesOf(text: string, markup: Preset["markup"]): readonly string[] {
  if (markup === "plain") return text.split(/\r?\n/);
  return markup === "wiki" ? readWiki(text) : readMarkup(text, { image: "" }).map(({ words }) => words);
}
