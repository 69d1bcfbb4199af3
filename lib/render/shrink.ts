import { cut } from "./cut.ts";
import { largest } from "./largest.ts";
import { type Part, take } from "./part.ts";

type Fits = (part: Part) => boolean;

/** Less of a cut line than this tells nothing. */
const telling = 20;

/** As many lines as fit, the last one cut if enough of it remains. */
export function fitLines(part: Part, fits: Fits): Part {
  const count = largest(part.lines.length, (count) => fits(take(part, count)));
  const next = part.lines[count];
  if (next === undefined) return part;
  const more = take(part, count + 1);
  const withLast = (last: string): Part => ({ ...more, lines: more.lines.with(count, last) });
  const last = cut(next, (text) => fits(withLast(text)));
  return last.length >= telling ? withLast(last) : take(part, count);
}

/** Title and link stay whole where both fit; then the title is cut; a link that leaves no room for a title goes. */
export function shrink(part: Part, fits: Fits): Part {
  if (fits(part)) return part;
  const short = cut(part.title, (title) => title.length <= 2 * telling);
  const unlinked = { ...part, image: undefined, link: undefined, address: undefined };
  const roomy =
    [part, { ...part, image: undefined }].find((part) => fits({ ...take(part, 0), title: short })) ?? unlinked;
  const bare = take(roomy, 0);
  if (fits(bare)) return fitLines(roomy, fits);
  return { ...bare, title: cut(part.title, (title) => fits({ ...bare, title })) || "…" };
}

/** Where not everything fits, no title takes more than this (characters). */
const shortTitle = 80;

export const shorten = (part: Part): Part => ({
  ...part,
  title: cut(part.title, (title) => title.length <= shortTitle) || "…",
});
