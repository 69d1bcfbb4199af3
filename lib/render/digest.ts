import type { Notice } from "../model/notice.ts";
import { aside } from "./aside.ts";
import type { Entry } from "./entry.ts";
import { isGrave } from "./grave.ts";
import { toPart } from "./part.ts";
import type { Style } from "./style.ts";
import { kindOf, tallyPart } from "./tally.ts";

/** So few notices are told with all their lines. Of more, so few grave ones have so many lines, and so many links. */
const few = 3;

/** Of a kind that are counted together. */
const several = 3;

type Placed = readonly [index: number, notice: Notice];

/** What a digest tells: grave notices one by one, others of one kind together, in the order of the first of each. */
export function toEntries(notices: readonly Notice[], style: Style): readonly Entry[] {
  if (notices.length <= few)
    return notices.map((notice, index) => ({ part: toPart(notice, style), covers: [index], leads: true }));
  const grave = notices.filter(({ level }) => isGrave(level));
  const lines = grave.length <= few ? few : 0;
  const leading = leadersOf(grave);
  const single = ([index, notice]: Placed): Entry => {
    const part = toPart(notice, style, isGrave(notice.level) ? lines : 0);
    const leads = leading.has(notice);
    return { part: leads ? { ...part, image: undefined } : aside(part, style), covers: [index], leads };
  };
  const together = (kind: readonly Placed[]): Entry => {
    const notices = kind.map(([, notice]) => notice);
    return { part: tallyPart(notices, style), covers: kind.map(([index]) => index), leads: false };
  };
  const kinds = Map.groupBy<string | number, Placed>(notices.entries(), ([index, notice]) => kindOf(notice) ?? index);
  return [...kinds.values()]
    .flatMap((kind) => (kind.length < several ? kind.map(single) : [together(kind)]))
    .toSorted((a, b) => (a.covers[0] ?? 0) - (b.covers[0] ?? 0));
}

/** The first that lead to different pages: alerts often share one. */
function leadersOf(grave: readonly Notice[]): ReadonlySet<Notice> {
  const pages = new Map(grave.toReversed().map((notice) => [notice.link, notice]));
  return new Set(
    grave.filter((notice) => notice.link !== undefined && pages.get(notice.link) === notice).slice(0, few),
  );
}
