import { cutToFit } from "../../base/cut-to-fit.ts";
import { largest } from "../../base/largest.ts";
import { type Block, take } from "../page/block.ts";

type Fits = (block: Block) => boolean;

/** Less of a cut line than this tells nothing. */
const telling = 20;

/** As many lines as fit, the last one cut if enough of it remains. */
export function fitLines(block: Block, fits: Fits): Block {
  const count = largest(block.lines.length, (count) => fits(take(block, count)));
  const next = block.lines[count];
  if (next === undefined) return block;
  const more = take(block, count + 1);
  const withLast = (last: string): Block => ({ ...more, lines: more.lines.with(count, last) });
  const last = cutToFit(next, (text) => fits(withLast(text)));
  return last.length >= telling ? withLast(last) : take(block, count);
}

/** Title and link stay whole where both fit; then the title is cut; a link that leaves no room for a title goes. */
export function shrink(block: Block, fits: Fits): Block {
  if (fits(block)) return block;
  const short = cutToFit(block.title, (title) => title.length <= 2 * telling);
  const unlinked = { ...block, image: undefined, link: undefined, address: undefined };
  const roomy =
    [block, { ...block, image: undefined }].find((block) => fits({ ...take(block, 0), title: short })) ?? unlinked;
  const bare = take(roomy, 0);
  if (fits(bare)) return fitLines(roomy, fits);
  return { ...bare, title: cutToFit(block.title, (title) => fits({ ...bare, title })) || "…" };
}

/** Where not everything fits, no title takes more than this (characters). */
const shortTitle = 80;

export const shorten = (block: Block): Block => ({
  ...block,
  title: cutToFit(block.title, (title) => title.length <= shortTitle) || "…",
});
