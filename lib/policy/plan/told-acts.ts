import { createHash } from "node:crypto";
import { beginOf, maxRank } from "../../model/act.ts";
import type { Delivery } from "../../model/delivery.ts";
import type { Notice } from "../../model/notice.ts";
import type { TargetState } from "../../model/standing.ts";

type Acts = NonNullable<TargetState["acts"]>;

/** So many are remembered of one target: they lie in its own item, and every lease is a write of that. */
const maxActs = 20;

/** What was told of an act, in ten characters: a key of a route, and how much was said. */
const nameOf = (route: string, key: string, rank: number): string =>
  createHash("sha256").update(`${route} ${key} ${rank}`).digest("base64url").slice(0, 10);

const ranks: readonly number[] = Array.from({ length: maxRank }, (_, at) => at + 1);

/**
 * How much was told of a delivery's act, where that leaves it nothing new to say. What says as much as the delivery itself
 * told of another of its kind (another job), and leaves it to say.
 */
export function toldOf({ route, notice: { act } }: Delivery, acts: Acts = {}, now: number): number | undefined {
  if (act?.after === undefined) return undefined;
  const { after, rank, keys } = act;
  const wasTold = (each: number) => keys.some((key) => (acts[nameOf(route, key, each)] ?? 0) > now);
  return ranks.findLast((each) => each >= after && each !== rank && wasTold(each));
}

const namesChangedBy = ({ route, notice }: Delivery): readonly string[] =>
  changedBy(notice).flatMap((key) => ranks.map((rank) => nameOf(route, key, rank)));

/** Acts that a notice makes out of date: the end of its thread where it tells something else, the beginning of what it tells of. */
function changedBy({ act, key }: Notice): readonly string[] {
  const threads = [...new Set([...(key === undefined ? [] : [key]), ...(act?.keys ?? [])])];
  const acts = [...(key === undefined ? [] : [key]), ...threads.map(beginOf)];
  return acts.filter((each) => !act?.keys.includes(each));
}

/** How much was told of each delivery's act, of those that have nothing new to say; what goes before it may make that out of date. */
export function toldBefore(pending: readonly Delivery[], acts: Acts = {}, now: number): ReadonlyMap<Delivery, number> {
  const told = new Map<Delivery, number>();
  let known = Object.entries(acts);
  for (const delivery of known.length > 0 ? pending : []) {
    const rank = toldOf(delivery, Object.fromEntries(known), now);
    if (rank !== undefined) told.set(delivery, rank);
    else {
      const changed = new Set(namesChangedBy(delivery));
      known = known.filter(([name]) => !changed.has(name));
    }
  }
  return told;
}

/**
 * What a target remembers once these are told, in order of arrival; undefined where that is what it did before. What is told
 * of a thing whose end was told (a branch that was merged) makes it live again.
 */
export function rememberActs(told: readonly Delivery[], acts: Acts = {}, now: number): Acts | undefined {
  const known = new Map(Object.entries(acts));
  let changed = false;
  for (const delivery of told) {
    const { route, notice } = delivery;
    const { act } = notice;
    for (const name of namesChangedBy(delivery)) changed = known.delete(name) || changed;
    if (act?.keep === undefined) continue;
    changed = true;
    for (const each of act.keys) known.set(nameOf(route, each, act.rank), now + act.keep);
  }
  return changed ? Object.fromEntries(lasting(known, now)) : undefined;
}

/** Of those that matter still, as many as may be, the ones that matter longest. */
const lasting = (known: ReadonlyMap<string, number>, now: number): readonly (readonly [string, number])[] =>
  [...known]
    .filter(([, until]) => until > now)
    .toSorted(([, a], [, b]) => a - b)
    .slice(-maxActs);
