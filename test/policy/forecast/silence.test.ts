import { expect, test } from "vitest";
import { day, hour, minute } from "../../../lib/base/time.ts";
import { closedBreaker } from "../../../lib/model/breaker.ts";
import type { Delivery } from "../../../lib/model/delivery.ts";
import { presets } from "../../../lib/model/limits.ts";
import { emptyQuota } from "../../../lib/model/quota.ts";
import type { Standing, TargetState } from "../../../lib/model/standing.ts";
import { isHushed, isWarned, maybeSilent, silenceOf } from "../../../lib/policy/forecast/silence.ts";
import { targetMark } from "../../../lib/policy/forecast/target-mark.ts";
import { resolvePolicy } from "../../../lib/policy/plan/plan-rules.ts";
import { delivery, group, noon, notice, standing } from "../../support/build.ts";

const zone = "Asia/Shanghai";
const december = Date.parse("2026-12-01T00:00:00+08:00");

test.each<[oldest: number, state: TargetState, may: boolean]>([
  [noon - day, {}, true],
  [noon - day + 1, {}, false],
  [noon - 9 * day, { toldAt: noon - day + 1 }, false],
  [noon - 9 * day, { toldAt: noon - day }, true],
  [noon - 9 * day, { mutedUntil: noon + 1 }, false],
  [noon - 9 * day, { mutedUntil: noon - hour }, false],
  [noon - 9 * day, { mutedUntil: noon - day }, true],
  [noon - 9 * day, { hushedUntil: noon + day }, true],
])("what waits since %d where %j: %s", (oldest, state, may) => {
  expect(maybeSilent({ oldest }, state, noon)).toBe(may);
});

test.each<[state: TargetState, warned: boolean]>([
  [{}, false],
  [{ toldAt: noon }, false],
  [{ warnedAt: noon }, true],
  [{ warnedAt: noon, toldAt: noon - 1 }, true],
  [{ warnedAt: noon, toldAt: noon + 1 }, false],
])("%j was warned of: %s", (state, warned) => {
  expect(isWarned(state)).toBe(warned);
});

test.each<[state: TargetState, hushed: boolean]>([
  [{}, false],
  [{ hushedUntil: noon - day }, false],
  [{ hushedUntil: noon - hour }, true],
  [{ mutes: { ci: noon - 2 * day } }, false],
  [{ mutes: { ci: noon - 2 * day, app: noon + 1 } }, true],
])("%j holds some of it back: %s", (state, hushed) => {
  expect(isHushed(state, noon)).toBe(hushed);
});

const old = (more: Partial<Delivery> = {}): Delivery => delivery({ arrivedAt: noon - 2 * day, ...more });

type Known = Partial<Standing> & { readonly used?: number; readonly pending?: number };

const seen = (deliveries: readonly Delivery[], { used = 4, pending, ...more }: Known = {}) =>
  silenceOf(
    standing({ deliveries, quota: { ...emptyQuota, used: { "target-month@2026-11": used } }, ...more }),
    { pending: pending ?? deliveries.length, oldest: Math.min(...deliveries.map(({ arrivedAt }) => arrivedAt)) },
    closedBreaker,
    {
      limits: presets.published.group,
      policyOf: () => resolvePolicy(undefined),
      quotaZone: zone,
      timeZone: zone,
      shortestWait: hour,
    },
    noon,
  );

const quota = { reason: "quota", until: december };
const critical = { notice: notice({ level: "critical" }) };

test("it tells the routes, the most urgent's first, how much waits, since when and why", () => {
  const deliveries = [old(), old({ route: "app", arrivedAt: noon - hour, ...critical }), old()];
  expect(seen(deliveries)).toEqual({
    target: group,
    routes: ["app", "ci"],
    notices: 3,
    since: noon - 2 * day,
    held: quota,
  });
});

test("answers to commands are no notices", () => {
  expect(seen([old({ answers: { kind: "msg", id: "m" } })])).toBeUndefined();
});

test("what people muted is no fault, and hides none of the rest", () => {
  const mutes = { app: noon + day };
  const muted = old({ route: "app", arrivedAt: noon - 9 * day });
  expect(seen([muted], { state: { mutes } })).toBeUndefined();
  expect(seen([muted, old()], { state: { mutes } })).toMatchObject({
    routes: ["ci"],
    notices: 1,
    since: noon - 2 * day,
  });
  expect(seen([muted, old({ arrivedAt: noon - hour })], { state: { mutes } })).toBeUndefined();
  expect(seen([old()], { state: { hushedUntil: noon + day } })).toBeUndefined();
  expect(seen([old(critical)], { state: { hushedUntil: noon + day } })).toMatchObject({ notices: 1 });
});

test("a mute that has just ended is none yet", () => {
  expect(seen([old()], { state: { mutes: { ci: noon - minute } } })).toBeUndefined();
  expect(seen([old()], { state: { mutes: { ci: noon - day } } })).toMatchObject({ notices: 1 });
});

test("what nothing holds is just going out, unless it has been for two days", () => {
  expect(seen([old({ arrivedAt: noon - 2 * day + 1 })], { used: 0 })).toBeUndefined();
  expect(seen([old()], { used: 0 })).toEqual({ target: group, routes: ["ci"], notices: 1, since: noon - 2 * day });
});

test("where only warnings of others wait, the operator knows", () => {
  const warning = old({ route: "ops", notice: notice({ source: "relay", event: "silence" }) });
  expect(seen([warning])).toMatchObject({ notices: 1, isOwn: true });
  expect(seen([warning, old()])).not.toHaveProperty("isOwn");
  expect(seen([warning], { isPart: true, pending: 500 })).not.toHaveProperty("isOwn");
});

test("what was not loaded is counted", () => {
  expect(seen([old(), old()], { isPart: true, pending: 500 })).toMatchObject({ notices: 500 });
});

test("a target's mark is short, its own, and shows nothing of its id", () => {
  const marks = ["G1", "G2", "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52"].map((id) => targetMark({ scene: "group", id }));
  expect(new Set(marks).size).toBe(3);
  expect(targetMark({ scene: "c2c", id: "G1" })).not.toBe(marks[0]);
  for (const mark of marks) expect(mark).toMatch(/^[\w-]{8}$/);
});
