import type { Entry } from "./entry.ts";
import { largest } from "./largest.ts";
import { bare, type Part } from "./part.ts";
import { fitLines, shorten } from "./shrink.ts";

export type Fits = (told: readonly Part[]) => boolean;

/** A link that takes more room (characters) than this has to wait until everything else is told. */
const shortLink = 200;

/**
 * As many entries of a list as fit: none with more than a short title and, where it leads, its link, so that more are
 * told. Where all are, what room is left goes to whole titles, then to links, then to lines.
 */
export function fitList(entries: readonly Entry[], fits: Fits): readonly Part[] {
  const all = entries.map(({ part }) => part);
  if (fits(all)) return all;
  const short = entries.map((entry) => shorten(withLink(bare(entry.part), entry)));
  const count = largest(short.length, (count) => fits(short.slice(0, count)));
  if (count < short.length) return short.slice(0, count);
  const titled = change(short, fits, (part, index) => ({ ...part, title: all[index]?.title ?? part.title }));
  const linked = change(titled, fits, (part, index) => ({
    ...part,
    link: all[index]?.link,
    address: all[index]?.address,
  }));
  return all.reduce((told, { lines, left }, index) => {
    const part = told[index];
    if (part === undefined || lines.length === 0) return told;
    return told.with(
      index,
      fitLines({ ...part, lines, left }, (part) => fits(told.with(index, part))),
    );
  }, linked);
}

const withLink = (part: Part, { part: { link, address }, leads }: Entry): Part =>
  leads && (link ?? address ?? "").length <= shortLink ? { ...part, link, address } : part;

/** Changes as many of the first parts as fit with their change. */
function change(parts: readonly Part[], fits: Fits, changed: (part: Part, index: number) => Part): readonly Part[] {
  const upTo = (count: number) => parts.map((part, index) => (index < count ? changed(part, index) : part));
  return upTo(largest(parts.length, (count) => fits(upTo(count))));
}
