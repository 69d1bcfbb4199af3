import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minute, second } from "../../../lib/base/time.ts";
import type { Charge } from "../../../lib/model/charge.ts";
import type { Quota, Slot } from "../../../lib/model/quota.ts";
import { landedCharges } from "../../../lib/policy/quota/quota.ts";
import type { SlidingRule } from "../../../lib/policy/quota/sliding.ts";
import { type Asker, takeTurn, type Turn } from "../../../lib/policy/quota/turn.ts";
import { noon } from "../../support/build.ts";

const aSecond: SlidingRule = { id: "second", per: "bot", max: 2, every: "second" };
const aMinute: SlidingRule = { id: "minute", per: "bot", max: 20, every: "minute" };

const asker = (by: string, more: Partial<Asker> = {}): Asker => ({
  by,
  claim: `of-${by}`,
  isUrgent: false,
  until: noon + 28 * second,
  latest: noon + 15 * second,
  ...more,
});

const after = (charges: readonly Charge[]): Quota["recent"] =>
  Object.fromEntries(charges.flatMap((each) => (each.kind === "recent" ? [[each.rule, each.next]] : [])));

const chargesOf = (turn: Turn): readonly Charge[] => ("charges" in turn ? turn.charges : []);

/** Several ask at one moment, one after another: what each is told, and what the last of them leaves. */
function askAll(askers: readonly Asker[], rules: readonly SlidingRule[], now: number, recent: Quota["recent"] = {}) {
  const told: (readonly [kind: string, after: number])[] = [];
  let left = recent;
  for (const each of askers) {
    const turn = takeTurn({ recent: left }, rules, each, now);
    told.push([turn.kind, turn.at - noon]);
    left = { ...left, ...after(chargesOf(turn)) };
  }
  return { told, left };
}

const ended = (...ago: readonly number[]): readonly Slot[] => ago.map((ms) => ({ kind: "ended", at: noon - ms }));

describe("a turn under rules that targets share", () => {
  it("is now where there is room, and else a span after those that are expected to end, in order", () => {
    const { told } = askAll(
      ["a", "b", "c", "d", "e"].map((by) => asker(by)),
      [aSecond],
      noon,
    );
    expect(told).toEqual([
      ["begin", 0],
      ["begin", 0],
      ["book", 1_050],
      ["book", 1_050],
      ["book", 2_100],
    ]);
  });

  it("is what was booked, by whoever comes for it, once those before it have ended a span ago", () => {
    const { left } = askAll(
      ["a", "b", "c"].map((by) => asker(by)),
      [aSecond],
      noon,
    );
    const at = noon + 1_050;
    expect(takeTurn({ recent: left }, [aSecond], asker("c"), at - 1)).toEqual({ kind: "wait", at });
    // Neither has told its end: QQ may have got both just now.
    expect(takeTurn({ recent: left }, [aSecond], asker("c"), at)).toEqual({ kind: "wait", at: at + second });
    const landed = after(landedCharges(left, [aSecond], { now: noon + 80, by: "of-a" }));
    expect(takeTurn({ recent: landed }, [aSecond], asker("c"), at)).toEqual({ kind: "wait", at: noon + 80 + second });
    expect(takeTurn({ recent: landed }, [aSecond], asker("c"), noon + 80 + second).kind).toBe("begin");
  });

  it("is another's when nobody came for it within five seconds", () => {
    const recent = { second: [{ kind: "booked", at: noon - 5 * second, by: "dead" }, ...ended(900)] } as const;
    const turn = takeTurn({ recent }, [aSecond], asker("a"), noon);
    expect(turn.kind).toBe("begin");
    expect(chargesOf(turn)).toMatchObject([{ next: [{ kind: "ended" }, { kind: "begun", by: "of-a" }] }]);
  });

  it("is a killed sender's until QQ has got its message or never will", () => {
    const until = noon + 20 * second;
    const recent = { second: [{ kind: "begun", at: noon - 8 * second, until, by: "dead" }, ...ended(100)] } as const;
    expect(takeTurn({ recent }, [aSecond], asker("a"), noon)).toMatchObject({ kind: "book", at: noon + 900 });
    const gone = until + second;
    expect(takeTurn({ recent }, [aSecond], asker("a"), gone).kind).toBe("begin");
  });

  it("is none where the line is longer than one can wait", () => {
    const askers = ["a", "b", "c"].map((by) => asker(by, { latest: noon + 500 }));
    const { told, left } = askAll(askers, [aSecond], noon);
    expect(told.at(-1)).toEqual(["late", 1_050]);
    expect(left["second"]).toHaveLength(2);
  });

  it("is before all that wait for what is critical; the first of them goes to the end, and finds its place by its name", () => {
    const { left } = askAll(
      ["a", "b", "c", "d"].map((by) => asker(by)),
      [aSecond],
      noon,
    );
    const critical = takeTurn({ recent: left }, [aSecond], asker("X", { isUrgent: true }), noon + 10);
    expect(critical).toMatchObject({ kind: "book", at: noon + 1_050 });
    const recent = after(chargesOf(critical));
    expect(takeTurn({ recent }, [aSecond], asker("c"), noon + 10)).toEqual({ kind: "wait", at: noon + 2_100 });
    expect(takeTurn({ recent }, [aSecond], asker("d"), noon + 10)).toEqual({ kind: "wait", at: noon + 1_050 });
    // The next critical one takes d's place, not X's.
    const next = takeTurn({ recent }, [aSecond], asker("Y", { isUrgent: true }), noon + 20);
    expect(after(chargesOf(next))["second"]?.map((slot) => ("by" in slot ? slot.by : ""))).toEqual([
      "of-a",
      "of-b",
      "X",
      "Y",
      "c",
      "d",
    ]);
  });

  it("comes sooner for a target that waits already and now has something critical to tell", () => {
    const { left } = askAll(
      ["a", "b", "c", "d", "e", "f"].map((by) => asker(by)),
      [aSecond],
      noon,
    );
    const critical = takeTurn({ recent: left }, [aSecond], asker("f", { isUrgent: true }), noon + 10);
    expect(critical).toMatchObject({ kind: "book", at: noon + 1_050 });
    expect(after(chargesOf(critical))["second"]?.filter((slot) => "by" in slot && slot.by === "f")).toHaveLength(1);
  });

  it("leaves one of twenty in a minute to what is critical", () => {
    const recent = { minute: ended(...Array.from({ length: 19 }, (_, at) => 30_000 + at)) };
    expect(takeTurn({ recent }, [aMinute], asker("a"), noon).kind).toBe("late");
    expect(takeTurn({ recent }, [aMinute], asker("X", { isUrgent: true }), noon).kind).toBe("begin");
  });

  it("is that of the narrowest of several rules", () => {
    const recent = { second: ended(10, 20), minute: ended(10, 20) };
    expect(takeTurn({ recent }, [aSecond, aMinute], asker("a"), noon)).toMatchObject({ kind: "book", at: noon + 980 });
  });
});

/** One that wants to send: when it comes, how long its message and the answer take, and whether its process is killed on the way. */
const sender = fc.record({
  comes: fc.nat(3_000),
  late: fc.nat(300),
  there: fc.oneof(fc.nat(150), fc.nat(2_500)),
  back: fc.oneof(fc.nat(150), fc.nat(2_500)),
  isUrgent: fc.boolean(),
  dies: fc.constantFrom("never", "never", "never", "waiting", "sent"),
});

type Sender = typeof sender extends fc.Arbitrary<infer Each> ? Each : never;

/** Plays senders against each other in virtual time; answers when QQ got each message. */
function play(senders: readonly Sender[], rules: readonly SlidingRule[]): readonly number[] {
  let recent: Quota["recent"] = {};
  const arrivals: number[] = [];
  const events: { readonly at: number; readonly run: () => void }[] = [];
  const later = (at: number, run: () => void) => events.push({ at, run });
  senders.forEach(({ comes, late, there, back, isUrgent, dies }, name) => {
    const until = noon + comes + 28 * second;
    const latest = until - 6 * second;
    const ask = (now: number): void => {
      if (now > latest) return;
      const turn = takeTurn({ recent }, rules, { by: `s${name}`, claim: `c${name}`, isUrgent, until, latest }, now);
      recent = { ...recent, ...after(chargesOf(turn)) };
      if (turn.kind === "late" || (turn.kind === "book" && dies === "waiting")) return;
      const next = Math.max(now + 1, turn.at) + late;
      if (turn.kind !== "begin") return void later(next, () => ask(next));
      later(now + there, () => arrivals.push(now + there));
      const end = now + there + back;
      if (dies === "sent") return;
      later(end, () => {
        recent = { ...recent, ...after(landedCharges(recent, rules, { now: end, by: `c${name}` })) };
      });
    };
    later(noon + comes, () => ask(noon + comes));
  });
  for (let left = 20_000; events.length > 0 && left > 0; left -= 1) {
    const soonest = events.reduce((at, each, index) => (each.at < (events[at]?.at ?? 0) ? index : at), 0);
    events.splice(soonest, 1)[0]?.run();
  }
  return arrivals.toSorted((a, b) => a - b);
}

describe("many senders", () => {
  it("are never over a rule by what QQ got, however long each message takes and whoever is killed", () => {
    fc.assert(
      fc.property(fc.array(sender, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), (senders, max) => {
        const rules = [
          { ...aSecond, max },
          { ...aMinute, max: 18 },
        ];
        const arrivals = play(senders, rules);
        for (const [rule, span] of [
          [rules[0], second],
          [rules[1], minute],
        ] as const)
          for (const at of arrivals)
            expect(arrivals.filter((other) => other > at - span && other <= at).length).toBeLessThanOrEqual(
              rule?.max ?? 0,
            );
      }),
      { numRuns: 2_000 },
    );
  });
});
