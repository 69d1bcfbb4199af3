import type { Entry, Fits, ToldEntry } from "../page/entry.ts";
import { isSevere } from "../page/severe.ts";
import { largest } from "../../base/largest.ts";
import { cutToFit } from "../../base/cut-to-fit.ts";
import { bare, type Block, take } from "../page/block.ts";
import { fitLines, shorten } from "./shrink.ts";

/** A link that takes more room (characters) than this has to wait until everything else is told. */
const shortLink = 200;

/** As much (characters) of a critical notice's first line stands before links. */
const firstLine = 120;

/**
 * As many entries of a list as fit, in their order: none with more than a short title and, where it leads, its link, so
 * that more are told; a critical one with its first line, and its link where there is room. Where all are told, what room
 * is left goes to whole titles, then to links, then to lines.
 */
export function fitList(entries: readonly Entry[], fits: Fits): readonly ToldEntry[] {
  const whole = entries.map((entry) => ({ entry, block: entry.block }));
  if (fits(whole)) return whole;
  const told = tellFirst(entries.map(withWhatLeads), fits);
  const led = change(told.length > 0 ? told : tellFirst(entries.map(withTitle), fits), fits, (block, entry) =>
    hasFirstLine(entry) ? withLink(block, entry) : block,
  );
  if (led.length < entries.length) return led;
  const titled = change(led, fits, (block, { block: { title } }) => ({ ...block, title }));
  const linked = change(titled, fits, (block, { block: { link, address } }) => ({ ...block, link, address }));
  return linked.reduce((all, { entry, block }, index) => {
    const { lines, left } = entry.block;
    const fitsWith = (block: Block): boolean => fits(all.with(index, { entry, block }));
    return lines.length === 0 ? all : all.with(index, { entry, block: fitLines({ ...block, lines, left }, fitsWith) });
  }, linked);
}

/** As many as fit, the more severe before others, in their order. */
function tellFirst(short: readonly ToldEntry[], fits: Fits): readonly ToldEntry[] {
  const ranked = short.toSorted((a, b) => rank(a.entry) - rank(b.entry));
  const best = (count: number): readonly ToldEntry[] => {
    const chosen = new Set(ranked.slice(0, count));
    return short.filter((told) => chosen.has(told));
  };
  return best(largest(short.length, (count) => fits(best(count))));
}

const withTitle = (entry: Entry): ToldEntry => ({ entry, block: shorten(bare(entry.block)) });

const withWhatLeads = (entry: Entry): ToldEntry => ({
  entry,
  block: shorten(hasFirstLine(entry) ? withFirstLine(entry.block) : withLink(bare(entry.block), entry)),
});

/** Who comes first where not all fit: the more severe, then those that tell many notices in one line. */
function rank({ block: { level }, covers }: Entry): number {
  if (isSevere(level)) return 0;
  if (level === "warning") return 1;
  return covers.length > 1 ? 2 : 3;
}

/** What is wrong is worth more than where to look, when it is as bad as can be. */
export const hasFirstLine = ({ block: { level, lines } }: Entry): boolean => level === "critical" && lines.length > 0;

function withFirstLine(block: Block): Block {
  const { image, link, address } = bare(block);
  const first = take(block, 1);
  return {
    ...first,
    image,
    link,
    address,
    lines: first.lines.map((line) => cutToFit(line, (text) => text.length <= firstLine)),
  };
}

const withLink = (block: Block, { block: { link, address }, leads }: Entry): Block =>
  leads && (link ?? address ?? "").length <= shortLink ? { ...block, link, address } : block;

/** Gives as many of the first as fit more of what their entry has. */
function change(
  told: readonly ToldEntry[],
  fits: Fits,
  give: (block: Block, whole: Entry) => Block,
): readonly ToldEntry[] {
  const upTo = (count: number): readonly ToldEntry[] =>
    told.map(({ entry, block }, index) => ({ entry, block: index < count ? give(block, entry) : block }));
  return upTo(largest(told.length, (count) => fits(upTo(count))));
}
