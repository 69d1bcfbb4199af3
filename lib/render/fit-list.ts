import type { Entry, Fits, Told } from "./entry.ts";
import { isGrave } from "./grave.ts";
import { largest } from "./largest.ts";
import { bare, type Part } from "./part.ts";
import { fitLines, shorten } from "./shrink.ts";

/** A link that takes more room (characters) than this has to wait until everything else is told. */
const shortLink = 200;

/**
 * As many entries of a list as fit, in their order: none with more than a short title and, where it leads, its link, so
 * that more are told. Where all are, what room is left goes to whole titles, then to links, then to lines.
 */
export function fitList(entries: readonly Entry[], fits: Fits): readonly Told[] {
  const whole = entries.map((entry) => ({ entry, part: entry.part }));
  if (fits(whole)) return whole;
  const short = entries.map((entry) => ({ entry, part: shorten(withLink(bare(entry.part), entry)) }));
  const ranked = short.toSorted((a, b) => rank(a.entry) - rank(b.entry));
  const best = (count: number): readonly Told[] => {
    const chosen = new Set(ranked.slice(0, count));
    return short.filter((told) => chosen.has(told));
  };
  const count = largest(short.length, (count) => fits(best(count)));
  if (count < short.length) return best(count);
  const titled = change(short, fits, (part, { title }) => ({ ...part, title }));
  const linked = change(titled, fits, (part, { link, address }) => ({ ...part, link, address }));
  return linked.reduce((all, { entry, part }, index) => {
    const { lines, left } = entry.part;
    const fitsWith = (part: Part): boolean => fits(all.with(index, { entry, part }));
    return lines.length === 0 ? all : all.with(index, { entry, part: fitLines({ ...part, lines, left }, fitsWith) });
  }, linked);
}

/** Who comes first where not all fit: the graver, then those that tell many notices in one line. */
function rank({ part: { level }, covers }: Entry): number {
  if (isGrave(level)) return 0;
  if (level === "warning") return 1;
  return covers.length > 1 ? 2 : 3;
}

const withLink = (part: Part, { part: { link, address }, leads }: Entry): Part =>
  leads && (link ?? address ?? "").length <= shortLink ? { ...part, link, address } : part;

/** Gives as many of the first as fit more of what their entry has. */
function change(told: readonly Told[], fits: Fits, give: (part: Part, whole: Part) => Part): readonly Told[] {
  const upTo = (count: number): readonly Told[] =>
    told.map(({ entry, part }, index) => ({ entry, part: index < count ? give(part, entry.part) : part }));
  return upTo(largest(told.length, (count) => fits(upTo(count))));
}
