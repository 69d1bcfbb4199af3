import type { Act } from "../../model/act.ts";
import type { Delivery } from "../../model/delivery.ts";
import { levelRank } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import type { TargetState } from "../../model/standing.ts";
import { rememberActs, toldBefore } from "./told-acts.ts";

/** What is left to tell, each act once. */
export type Joined = {
  readonly kept: readonly Delivery[];
  /** What goes into which of those kept: the latter as it is then, where that changes what it says. */
  readonly folded: ReadonlyMap<Delivery, Delivery | undefined>;
  /** What says nothing new, since its act was told. */
  readonly told: readonly Delivery[];
  /** What to remember of acts for it, where that changes. */
  readonly acts?: TargetState["acts"];
};

/** A notice takes in no more lines than this: what would go beyond is told by itself. */
const maxLines = 100;

/**
 * Tells each act once: of the pending deliveries that tell the same, the one that says most stays, with what the others add;
 * what comes after its act was told and adds nothing is left out. `pending` is in order of arrival.
 */
export function join(pending: readonly Delivery[], acts: TargetState["acts"], now: number): Joined {
  const ranks = toldBefore(pending, acts, now);
  const told = pending.filter((delivery) => ranks.has(delivery));
  const open = pending.filter((delivery) => !ranks.has(delivery));
  const remembered = rememberActs(
    told.map((delivery) => saying(delivery, ranks.get(delivery))),
    acts,
    now,
  );
  const { kept, folded } = gather(open);
  return { kept, folded, told, ...(remembered && { acts: remembered }) };
}

/** One that is silent leaves word of its act under its own keys: what knows the act by those alone is silent as well. */
function saying(delivery: Delivery, rank: number | undefined): Delivery {
  const { act } = delivery.notice;
  return act && rank !== undefined ? { ...delivery, notice: { ...delivery.notice, act: { ...act, rank } } } : delivery;
}

function gather(open: readonly Delivery[]): Pick<Joined, "kept" | "folded"> {
  const leaders = new Map<string, Delivery>();
  for (const delivery of open)
    for (const key of keysOf(delivery)) {
      const known = leaders.get(key);
      if (!known || rankOf(delivery) > rankOf(known)) leaders.set(key, delivery);
    }
  const nextOf = (delivery: Delivery): Delivery | undefined => {
    const others = keysOf(delivery).flatMap((key) => leaders.get(key) ?? []);
    return others.filter((other) => standsFor(other, delivery)).toSorted((a, b) => rankOf(b) - rankOf(a))[0];
  };
  const lastOf = (delivery: Delivery): Delivery => {
    const next = nextOf(delivery);
    return next ? lastOf(next) : delivery;
  };

  const wholes = new Map<Delivery, Delivery>();
  const into = new Map<Delivery, Delivery>();
  for (const delivery of open.toSorted((a, b) => rankOf(b) - rankOf(a))) {
    const leader = lastOf(delivery);
    const whole = leader === delivery ? undefined : withAnother(wholes.get(leader) ?? leader, delivery);
    if (!whole) continue;
    wholes.set(leader, whole);
    into.set(delivery, leader);
  }
  return {
    kept: open.filter((delivery) => !into.has(delivery)).map((delivery) => wholes.get(delivery) ?? delivery),
    folded: new Map([...into].map(([delivery, leader]) => [delivery, changed(leader, wholes.get(leader))])),
  };
}

const changed = (leader: Delivery, whole: Delivery | undefined): Delivery | undefined =>
  whole === leader ? undefined : whole;

const rankOf = ({ notice }: Delivery): number => notice.act?.rank ?? 0;

const keysOf = ({ route, notice }: Delivery): readonly string[] =>
  (notice.act?.keys ?? []).map((key) => `${route} ${key}`);

/**
 * Whether one tells another too. One that kept its seq tells what it told when QQ refused it; and what is more severe is not
 * told under something milder. Of those that say as much, the first takes in what others add.
 */
function standsFor(leader: Delivery, delivery: Delivery): boolean {
  if (leader === delivery || leader.permit || levelRank(leader.notice.level) < levelRank(delivery.notice.level))
    return false;
  return rankOf(leader) > rankOf(delivery) || (delivery.notice.act?.adds?.length ?? 0) > 0;
}

/** A delivery that tells what another adds, itself where that is nothing; undefined where it has no room for it. */
function withAnother(leader: Delivery, { notice }: Delivery): Delivery | undefined {
  const { act } = leader.notice;
  if (!act || !notice.act) return leader;
  const blocks = blocksOf(notice);
  const lines = blocks.reduce((all, block) => withBlock(all, block, act.adds), leader.notice.lines);
  if (lines.length > maxLines) return undefined;
  const keys = [...new Set([...act.keys, ...notice.act.keys])];
  if (lines === leader.notice.lines && keys.length === act.keys.length) return leader;
  const adds = typeof act.adds === "object" ? blocks.reduce((all, block) => withBlock(all, block), act.adds) : act.adds;
  return { ...leader, notice: { ...leader.notice, lines, act: { ...act, keys, ...(adds && { adds }) } } };
}

type Lines = readonly string[];

/** What it adds, in lines that belong together. */
const blocksOf = ({ act, lines }: Notice): readonly Lines[] =>
  act?.adds === "lines" ? [lines] : (act?.adds ?? []).map((line) => [line]);

/** Behind the name of a job or check, in a line that adds it. */
const colon = " · ";

/**
 * Lines with those of a block that are not among them. One that only names what another tells of at length is needless,
 * whichever comes first; `told`: what the title tells of.
 */
function withBlock(lines: Lines, block: Lines, told: Act["adds"] = []): Lines {
  const [line, ...others] = block;
  if (line === undefined || isWithin(block, lines)) return lines;
  if (others.length > 0) return [...lines, ...block];
  const known = told === "lines" ? lines : [...lines, ...told];
  if (known.some((each) => each === line || each.startsWith(line + colon))) return lines;
  return [...lines.filter((each) => !line.startsWith(each + colon)), line];
}

const isWithin = (some: Lines, lines: Lines): boolean =>
  lines.some((_, at) => some.every((line, place) => lines[at + place] === line));
