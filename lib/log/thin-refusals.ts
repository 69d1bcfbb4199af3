import type { Log } from "../ports.ts";

/** Least time (ms) between two lines on refusals. */
const pace = 1_000;

type Fields = Readonly<Record<string, unknown>>;

/** Refusals of one kind at one route that no line told yet: the latest, and how many they are. */
type Untold = { readonly fields: Fields; readonly count: number };

type Refusals = { readonly toldAt: number; readonly untold: ReadonlyMap<string, Untold> };

const noRefusals: Refusals = { toldAt: Number.NEGATIVE_INFINITY, untold: new Map() };

/** One more refusal. Those of a kind that waits keep its place in the line. */
function noteRefusal({ toldAt, untold }: Refusals, fields: Fields): Refusals {
  const key = `${String(fields["route"])} ${String(fields["refusal"])}`;
  const count = (untold.get(key)?.count ?? 0) + 1;
  return { toldAt, untold: new Map(untold).set(key, { fields, count }) };
}

/** What is to be told at `now` (ms): of those that wait the longest, all in one line, with their `count` where it is more than one. */
function tellRefusals(refusals: Refusals, now: number): { readonly told?: Fields; readonly left: Refusals } {
  const { toldAt, untold } = refusals;
  const [first] = untold;
  if (first === undefined || now - toldAt < pace) return { left: refusals };
  const [key, { fields, count }] = first;
  const left = new Map(untold);
  left.delete(key);
  return { told: count === 1 ? fields : { ...fields, count }, left: { toldAt: now, untold: left } };
}

/**
 * A log with at most one line a second on refusals, so that who floods the relay does not fill its log too. What waits
 * is told, with its count, by the next line of any kind, once a second has passed: what waits when the instance ends is not told. `now` in ms.
 */
export function thinRefusals(log: Log, now: () => number): Log {
  let refusals = noRefusals;
  return (level, event, fields = {}) => {
    if (event === "refused") refusals = noteRefusal(refusals, fields);
    else log(level, event, fields);
    const { told, left } = tellRefusals(refusals, now());
    refusals = left;
    if (told) log("warn", "refused", told);
  };
}
