import { capLines } from "../cap-lines.ts";
import { isMarked } from "../markup/is-marked.ts";
import { readMarkup } from "../markup/read-markup.ts";
import { oneLine } from "../one-line.ts";

/** A text beside others that are told. */
const aside = { lines: 5, bytes: 1_500 };

/** What of a text is looked at, in characters. */
const maxRead = 8_000;

/** A description in lines, of which the first few are told; CloudWatch's may be written in Markdown. */
export function tellText(text: string): readonly string[] {
  const read = text.slice(0, maxRead);
  const all = isMarked(read) ? readMarkup(read, { image: "" }).map(({ words }) => words) : read.split(/[\r\n]+/);
  const lines = all.map((line) => oneLine(line)).filter((line) => line !== "");
  const { kept, left } = capLines(lines, aside);
  return [...kept, ...(left.lines > 0 ? ["…"] : [])];
}
