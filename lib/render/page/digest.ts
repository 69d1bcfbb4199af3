import type { Notice } from "../../model/notice.ts";
import { trimmed } from "./trimmed.ts";
import type { Entry } from "./entry.ts";
import { gather, type Gathered } from "./gather.ts";
import { isSevere } from "./severe.ts";
import { toBlock } from "./block.ts";
import type { Style } from "../style/style.ts";
import { kindOf, tallyBlock } from "./tally.ts";

/** So few notices are told with all their lines. Of more, so few severe ones have so many lines, and so many links. */
const few = 3;

/** Of a kind that are counted together. */
const several = 3;

/** What a digest tells: severe notices one by one, others of one kind together, in the order of the first of each. */
export function toEntries(given: readonly Notice[], style: Style): readonly Entry[] {
  const gathered = gather(given);
  if (gathered.length <= few)
    return gathered.map(({ notice, covers }) => ({ block: toBlock(notice, style), covers, leads: true }));
  const severe = gathered.map(({ notice }) => notice).filter(({ level }) => isSevere(level));
  const lines = severe.length <= few ? few : 0;
  const leading = leadersOf(severe);
  const single = ({ notice, covers }: Gathered): Entry => {
    const block = toBlock(notice, style, isSevere(notice.level) ? lines : 0);
    const leads = leading.has(notice);
    return { block: leads ? { ...block, image: undefined } : trimmed(block, style), covers, leads };
  };
  const together = (kind: readonly Gathered[]): Entry => {
    const covers = kind.flatMap(({ covers }) => covers);
    return {
      block: tallyBlock(
        covers.flatMap((place) => given[place] ?? []),
        style,
      ),
      covers,
      leads: false,
    };
  };
  const kinds = Map.groupBy<string | number, Gathered>(
    gathered,
    ({ notice, covers }) => kindOf(notice) ?? covers[0] ?? 0,
  );
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
