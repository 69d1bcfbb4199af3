import type { Notice } from "../model/notice.ts";
import { aside } from "./aside.ts";
import type { Entry } from "./entry.ts";
import { isGrave } from "./grave.ts";
import { toPart } from "./part.ts";
import type { Style } from "./style.ts";
import { kindOf, tallyPart } from "./tally.ts";

/** So few notices are told with all their lines; of more, this many grave ones lead, with link and this many lines. */
const few = 3;

/** Of a kind that are counted together. */
const several = 3;

type Placed = readonly [index: number, notice: Notice];

/** What a digest tells: grave notices one by one, others of one kind together, in the order of the first of each. */
export function toEntries(notices: readonly Notice[], style: Style): readonly Entry[] {
  if (notices.length <= few)
    return notices.map((notice, index) => ({ part: toPart(notice, style), covers: [index], leads: true }));
  const grave = notices.flatMap(({ level }, index) => (isGrave(level) ? [index] : []));
  const leading = new Set(grave.slice(0, few));
  const lines = grave.length <= few ? few : 0;
  const single = ([index, notice]: Placed): Entry =>
    leading.has(index)
      ? { part: toPart(notice, style, lines), covers: [index], leads: true }
      : { part: aside(toPart(notice, style, 0), style), covers: [index], leads: false };
  const together = (kind: readonly Placed[]): Entry => ({
    part: tallyPart(
      kind.map(([, notice]) => notice),
      style,
    ),
    covers: kind.map(([index]) => index),
    leads: false,
  });
  const kinds = Map.groupBy<string | number, Placed>(notices.entries(), ([index, notice]) => kindOf(notice) ?? index);
  return [...kinds.values()]
    .flatMap((kind) => (kind.length < several ? kind.map(single) : [together(kind)]))
    .toSorted((a, b) => (a.covers[0] ?? 0) - (b.covers[0] ?? 0));
}
