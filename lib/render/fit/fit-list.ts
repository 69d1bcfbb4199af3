import type { Entry, Fits, ToldEntry } from "../page/entry.ts";
import { isSevere } from "../page/severe.ts";
import { largest } from "../../base/largest.ts";
import { bare, type Block } from "../page/block.ts";
import { fitLines, shorten } from "./shrink.ts";

/** A link that takes more room (characters) than this has to wait until everything else is told. */
const shortLink = 200;

/**
 * As many entries of a list as fit, in their order: none with more than a short title and, where it leads, its link, so
 * that more are told. Where all are, what room is left goes to whole titles, then to links, then to lines.
 */
export function fitList(entries: readonly Entry[], fits: Fits): readonly ToldEntry[] {
  const whole = entries.map((entry) => ({ entry, block: entry.block }));
  if (fits(whole)) return whole;
  const short = entries.map((entry) => ({ entry, block: shorten(withLink(bare(entry.block), entry)) }));
  const ranked = short.toSorted((a, b) => rank(a.entry) - rank(b.entry));
  const best = (count: number): readonly ToldEntry[] => {
    const chosen = new Set(ranked.slice(0, count));
    return short.filter((told) => chosen.has(told));
  };
  const count = largest(short.length, (count) => fits(best(count)));
  if (count < short.length) return best(count);
  const titled = change(short, fits, (block, { title }) => ({ ...block, title }));
  const linked = change(titled, fits, (block, { link, address }) => ({ ...block, link, address }));
  return linked.reduce((all, { entry, block }, index) => {
    const { lines, left } = entry.block;
    const fitsWith = (block: Block): boolean => fits(all.with(index, { entry, block }));
    return lines.length === 0 ? all : all.with(index, { entry, block: fitLines({ ...block, lines, left }, fitsWith) });
  }, linked);
}

/** Who comes first where not all fit: the more severe, then those that tell many notices in one line. */
function rank({ block: { level }, covers }: Entry): number {
  if (isSevere(level)) return 0;
  if (level === "warning") return 1;
  return covers.length > 1 ? 2 : 3;
}

const withLink = (block: Block, { block: { link, address }, leads }: Entry): Block =>
  leads && (link ?? address ?? "").length <= shortLink ? { ...block, link, address } : block;

/** Gives as many of the first as fit more of what their entry has. */
function change(
  told: readonly ToldEntry[],
  fits: Fits,
  give: (block: Block, whole: Block) => Block,
): readonly ToldEntry[] {
  const upTo = (count: number): readonly ToldEntry[] =>
    told.map(({ entry, block }, index) => ({ entry, block: index < count ? give(block, entry.block) : block }));
  return upTo(largest(told.length, (count) => fits(upTo(count))));
}
