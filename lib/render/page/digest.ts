import type { Notice } from "../../model/notice.ts";
import { trimmed } from "./trimmed.ts";
import type { Entry } from "./entry.ts";
import { isSevere } from "./severe.ts";
import { toBlock } from "./block.ts";
import type { Style } from "../style/style.ts";
import { kindOf, tallyBlock } from "./tally.ts";

/** So few notices are told with all their lines. Of more, so few severe ones have so many lines, and so many links. */
const few = 3;

/** Of a kind that are counted together. */
const several = 3;

type Placed = readonly [index: number, notice: Notice];

/** What a digest tells: severe notices one by one, others of one kind together, in the order of the first of each. */
export function toEntries(notices: readonly Notice[], style: Style): readonly Entry[] {
  if (notices.length <= few)
    return notices.map((notice, index) => ({ block: toBlock(notice, style), covers: [index], leads: true }));
  const severe = notices.filter(({ level }) => isSevere(level));
  const lines = severe.length <= few ? few : 0;
  const leading = leadersOf(severe);
  const single = ([index, notice]: Placed): Entry => {
    const block = toBlock(notice, style, isSevere(notice.level) ? lines : 0);
    const leads = leading.has(notice);
    return { block: leads ? { ...block, image: undefined } : trimmed(block, style), covers: [index], leads };
  };
  const together = (kind: readonly Placed[]): Entry => {
    const notices = kind.map(([, notice]) => notice);
    return { block: tallyBlock(notices, style), covers: kind.map(([index]) => index), leads: false };
  };
  const kinds = Map.groupBy<string | number, Placed>(notices.entries(), ([index, notice]) => kindOf(notice) ?? index);
  return [...kinds.values()]
    .flatMap((kind) => (kind.length < several ? kind.map(single) : [together(kind)]))
    .toSorted((a, b) => (a.covers[0] ?? 0) - (b.covers[0] ?? 0));
}

/** The first that lead to different pages: alerts often share one. */
function leadersOf(severe: readonly Notice[]): ReadonlySet<Notice> {
  const pages = new Map(severe.toReversed().map((notice) => [notice.link, notice]));
  return new Set(
    severe.filter((notice) => notice.link !== undefined && pages.get(notice.link) === notice).slice(0, few),
  );
}
