import type { Message } from "../model/message.ts";
import { cut } from "./cut.ts";
import { largest } from "./largest.ts";
import type { SizeLimit } from "./limits.ts";
import type { Part } from "./part.ts";
import { sizeOf } from "./size.ts";

type Fits = (part: Part) => boolean;

/** A part with only so many of its lines. */
const take = (part: Part, count: number): Part => ({
  ...part,
  lines: part.lines.slice(0, count),
  left: part.left + part.lines.length - count,
});

/** Less of a cut line than this tells nothing. */
const telling = 20;

/** As many lines as fit, the last one cut if enough of it remains. */
function fitLines(part: Part, fits: Fits): Part {
  const count = largest(part.lines.length, (count) => fits(take(part, count)));
  const next = part.lines[count];
  if (next === undefined) return part;
  const more = take(part, count + 1);
  const withLast = (last: string): Part => ({ ...more, lines: more.lines.with(count, last) });
  const last = cut(next, (text) => fits(withLast(text)));
  return last.length >= telling ? withLast(last) : take(part, count);
}

/** Title and link stay whole where both fit; then the title is cut; a link that leaves no room for a title goes. */
function shrink(part: Part, fits: Fits): Part {
  if (fits(part)) return part;
  const short = cut(part.title, (title) => title.length <= 2 * telling);
  const unlinked = { ...part, image: undefined, link: undefined, address: undefined };
  const roomy =
    [part, { ...part, image: undefined }].find((part) => fits({ ...take(part, 0), title: short })) ?? unlinked;
  const bare = take(roomy, 0);
  if (fits(bare)) return fitLines(roomy, fits);
  return { ...bare, title: cut(part.title, (title) => fits({ ...bare, title })) || "…" };
}

/**
 * Lays out as much as the limit holds, measured on the message as sent: all titles first, then the lines of each part
 * in order, and counts of what was left out. Cuts are made before escaping, so that none falls into an escape.
 */
export function fit(
  parts: readonly Part[],
  limit: SizeLimit,
  layOut: (parts: readonly Part[], left: number) => Message,
): Message {
  const fits = (parts: readonly Part[], left: number): boolean => {
    const size = sizeOf(layOut(parts, left));
    return size.characters <= limit.characters && size.bytes <= limit.bytes;
  };
  if (fits(parts, 0)) return layOut(parts, 0);
  const bare = parts.map((part) => take(part, 0));
  const shown = Math.max(
    1,
    largest(parts.length, (count) => fits(bare.slice(0, count), parts.length - count)),
  );
  const left = parts.length - shown;
  const told = parts.slice(0, shown).reduce(
    (told, part, index) =>
      told.with(
        index,
        shrink(part, (part) => fits(told.with(index, part), left)),
      ),
    bare.slice(0, shown),
  );
  return layOut(told, left);
}
