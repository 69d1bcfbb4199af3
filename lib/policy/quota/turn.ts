import type { Charge } from "../../model/charge.ts";
import type { Quota, Slot } from "../../model/quota.ts";
import { freeFrom, liveSlots, type SlidingRule } from "./sliding.ts";

/** Who wants to send under rules that many targets share. */
export type Asker = {
  /** Names the target among those that wait: one slot each. */
  readonly by: string;
  /** Names the send. */
  readonly claim: string;
  /** It tells something critical. */
  readonly isUrgent: boolean;
  /** When (ms) QQ has it at the latest, if it goes out now. */
  readonly until: number;
  /** The latest turn (ms) that it can wait for. */
  readonly latest: number;
};

/**
 * What to do next. `begin`: write this, and send. `book`: write this, and come back at `at`. `wait`: come back then. `late`:
 * there is no turn before `at`, which is more than one can wait for here.
 */
export type Turn =
  | { readonly kind: "begin"; readonly at: number; readonly charges: readonly Charge[] }
  | { readonly kind: "book"; readonly at: number; readonly charges: readonly Charge[] }
  | { readonly kind: "wait"; readonly at: number }
  | { readonly kind: "late"; readonly at: number };

/** Of so many units of a minute one is kept for what is critical: a burst uses up a second for a second, but a minute for a minute. */
const keptOf = 20;

const maxFor = ({ every, max }: SlidingRule, { isUrgent }: Asker): number =>
  isUrgent || every === "second" ? max : max - Math.floor(max / keptOf);

type List = { readonly rule: SlidingRule; readonly seen: readonly Slot[]; readonly live: readonly Slot[] };

/**
 * Whose turn it is under sliding rules that targets share. A send gets a slot at the end of the line, ahead of now where there
 * is no room: so each writes once, and none looks again and again. It begins only when those before it in the line leave room
 * even if QQ gets them as late as it can: QQ counts what it gets, not what was booked. So no span ever has more than `max`,
 * however long each send takes, since the last in the line of any `max + 1` found one of the others ended a span ago.
 *
 * What is critical takes over the slot of the first that waits, which goes to the end of the line in its stead.
 */
export function takeTurn(
  { recent }: Pick<Quota, "recent">,
  rules: readonly SlidingRule[],
  asker: Asker,
  now: number,
): Turn {
  const lists = rules.map((rule): List => {
    const seen = recent[rule.id] ?? [];
    return { rule, seen, live: liveSlots(seen, rule.every, now) };
  });
  const own = lists.map(({ live }) => live.find((slot) => isOf(slot, asker)));
  const [first] = own;
  const isInLine = own.every((slot) => slot !== undefined && slot.at === first?.at);
  if (first?.kind === "booked" && isInLine && (first.urgent || !asker.isUrgent))
    return useSlot(lists, first, asker, now);
  const others = lists.map((list) => ({ ...list, live: list.live.filter((slot) => !isOf(slot, asker)) }));
  return newSlot(others, asker, now);
}

const isOf = (slot: Slot, { by }: Asker): boolean => slot.kind === "booked" && slot.by === by;

/** Begins by a slot that was booked before, once it has come and there is certainly room. */
function useSlot(lists: readonly List[], { at }: Slot, asker: Asker, now: number): Turn {
  if (at > now) return { kind: "wait", at };
  const from = Math.max(
    ...lists.map(({ rule, live }) => {
      const before = live.slice(
        0,
        live.findIndex((slot) => isOf(slot, asker)),
      );
      return freeFrom(before, rule.every, rule.max, now);
    }),
  );
  if (from > now) return { kind: "wait", at: from };
  const begun = lists.map((list) => ({
    ...list,
    live: list.live.map((slot) => (isOf(slot, asker) ? begunBy(asker, now) : slot)),
  }));
  return { kind: "begin", at: now, charges: charge(begun) };
}

function newSlot(lists: readonly List[], asker: Asker, now: number): Turn {
  const at = Math.max(
    now,
    ...lists.map(({ rule, live }) => freeFrom(live, rule.every, maxFor(rule, asker), now)),
    ...lists.flatMap(({ live }) => live.flatMap((slot) => (slot.kind === "booked" ? [slot.at] : []))),
  );
  if (at <= now) return { kind: "begin", at: now, charges: charge(append(lists, begunBy(asker, now))) };
  const slot = { kind: "booked", at, by: asker.by, ...(asker.isUrgent && { urgent: true as const }) } as const;
  const yielding = asker.isUrgent ? firstWaiting(lists) : undefined;
  if (yielding) return takeOver(lists, slot, yielding, now);
  return at > asker.latest ? { kind: "late", at } : { kind: "book", at, charges: charge(append(lists, slot)) };
}

type Booked = Extract<Slot, { readonly kind: "booked" }>;

/** The first that waits and is not critical itself. */
const firstWaiting = (lists: readonly List[]): Booked | undefined =>
  lists[0]?.live.find((slot): slot is Booked => slot.kind === "booked" && !slot.urgent);

/** Two change places: who waited gets the slot at the end, and finds it by its name. */
function takeOver(lists: readonly List[], slot: Booked, yielding: Booked, now: number): Turn {
  const changed = lists.map((list) => ({
    ...list,
    live: [
      ...list.live.map((each) =>
        each.kind === "booked" && each.by === yielding.by ? { ...slot, at: yielding.at } : each,
      ),
      { ...yielding, at: slot.at },
    ],
  }));
  return { kind: "book", at: Math.max(now, yielding.at), charges: charge(changed) };
}

const begunBy = ({ claim, until }: Asker, now: number): Slot => ({
  kind: "begun",
  at: now,
  until: Math.max(now, until),
  by: claim,
});

const append = (lists: readonly List[], slot: Slot): readonly List[] =>
  lists.map((list) => ({ ...list, live: [...list.live, slot] }));

const charge = (lists: readonly List[]): readonly Charge[] =>
  lists.map(({ rule, seen, live }) => ({ kind: "recent", rule: rule.id, seen, next: live }));
