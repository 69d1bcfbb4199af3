import { beforeLink } from "../base/before-link.ts";

/** What a notice may hold: it is stored once per target, and read on a phone. */
export const room = { lines: 60, bytes: 6_000 };

export type Capped = {
  readonly kept: readonly string[];
  /** What did not fit. A line that was cut counts with its missing characters only. */
  readonly left: { readonly lines: number; readonly characters: number };
};

/** As many of the lines, in order, as fit the room; the line at the edge is cut where enough of it is left to read. */
export function capLines(lines: readonly string[], max: typeof room): Capped {
  const kept: string[] = [];
  let bytes = max.bytes;
  for (const line of lines.slice(0, max.lines)) {
    const size = Buffer.byteLength(line);
    if (size <= bytes) kept.push(line);
    else break;
    bytes -= size;
  }
  const next = lines[kept.length];
  if (next === undefined) return { kept, left: { lines: 0, characters: 0 } };
  const start = kept.length < max.lines && bytes > 200 ? cutText(next, bytes) : "";
  const rest = lines.slice(kept.length + 1);
  const characters = next.length - start.length + rest.reduce((sum, line) => sum + line.length, 0);
  return start === ""
    ? { kept, left: { lines: rest.length + 1, characters } }
    : { kept: [...kept, `${start}…`], left: { lines: rest.length, characters } };
}

/** The longest start of a text within a number of UTF-8 bytes that cuts neither a character nor a link in two. */
function cutText(text: string, bytes: number): string {
  let end = 0;
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    end += character.length;
  }
  return text.slice(0, beforeLink(text, end));
}
