import { describe, expect, it } from "vitest";
import { hour, minute } from "../../../lib/base/time.ts";
import { presets, type SceneLimits } from "../../../lib/model/limits.ts";
import { emptyQuota, type Quota } from "../../../lib/model/quota.ts";
import type { TargetState } from "../../../lib/model/standing.ts";
import { heldBy } from "../../../lib/policy/plan/held.ts";
import { idleUntil } from "../../../lib/policy/plan/idle.ts";
import { plan } from "../../../lib/policy/plan/plan.ts";
import { resolvePolicy } from "../../../lib/policy/plan/plan-rules.ts";
import { stopWakeups, wakeupCharge, wakeupFrom } from "../../../lib/policy/quota/wakeup.ts";
import { delivery, noon, notice, replyWindow, standing } from "../../support/build.ts";

const zone = "Asia/Shanghai";
const at = (time: string): number => Date.parse(`2026-${time}+08:00`);

/** A push a month, so that wake-up messages are all there is for weeks. */
const limits: SceneLimits = {
  ...presets["2026"].c2c,
  proactive: [{ id: "target-month", per: "target", max: 1, every: "month" }],
};

const rules = {
  limits,
  quotaZone: zone,
  timeZone: zone,
  policyOf: () => resolvePolicy(undefined),
  shortestWait: 32 * 24 * hour,
};

const chat: TargetState = { chattedAt: at("12-01T20:00:00") };
const usedUp: Quota = { ...emptyQuota, used: { "target-month@2026-12": 1 } };
const spent = (...lastDays: readonly number[]): Quota => ({
  ...usedUp,
  used: { ...usedUp.used, ...Object.fromEntries(lastDays.map((last) => [`wakeup@2026-12-01+${last}`, 1])) },
});

const shanghai = (ms: number): string | undefined =>
  Number.isFinite(ms) ? new Date(ms + 8 * hour).toISOString().slice(5, 16) : undefined;

it.for<[what: string, now: string, quota: Quota, from: string | undefined]>([
  ["the day itself", "12-01T21:00:00", spent(), "12-01T21:00"],
  ["the day itself, once it is spent", "12-01T21:00:00", spent(0), "12-02T00:00"],
  ["the last moment of the third day", "12-04T23:59:00", spent(0), "12-04T23:59"],
  ["the third day, once it is spent", "12-04T23:59:00", spent(0, 3), "12-05T00:00"],
  ["the fourth day", "12-05T00:00:00", spent(0, 3), "12-05T00:00"],
  ["a period that was let go by", "12-09T00:00:00", spent(0), "12-09T00:00"],
  ["the thirtieth day, which the month's end makes not worth it", "12-31T23:30:00", spent(0, 3, 7), undefined],
  ["the thirtieth day", "12-31T20:00:00", spent(0, 3, 7), "12-31T20:00"],
  ["when all are spent", "12-10T00:00:00", spent(0, 3, 7, 30), undefined],
  ["where a push is left", "12-01T21:00:00", emptyQuota, undefined],
])("a wake-up message may go: %s", ([, now, quota, from]) =>
  expect(shanghai(wakeupFrom({ quota, state: chat }, rules, at(now)))).toBe(from),
);

it("there is none after thirty days, nor without a chat, nor where settings or limits have none", () => {
  const january = { ...usedUp, used: { "target-month@2027-01": 1 } };
  const late = Date.parse("2027-01-01T00:00:00+08:00");
  expect(wakeupFrom({ quota: january, state: chat }, rules, late)).toBe(Number.POSITIVE_INFINITY);
  const now = at("12-01T21:00:00");
  const from = (state: TargetState, more: object = {}) =>
    wakeupFrom({ quota: usedUp, state }, { ...rules, ...more }, now);
  const { wakeup: _, ...none } = limits;
  expect([from({}), from(chat, { noWakeup: true }), from(chat, { limits: none })]).toEqual(
    [1, 2, 3].map(() => Number.POSITIVE_INFINITY),
  );
  expect(from({ ...chat, proactive: "denied" })).toBe(Number.POSITIVE_INFINITY);
  expect(from({ ...chat, deniedUntil: now + hour })).toBe(now + hour);
});

it("one counts by its chat and period, and takes along what is over", () => {
  const quota = { ...spent(0), used: { ...spent(0).used, "wakeup@2026-11-20+7": 1 } };
  expect(wakeupCharge({ quota, state: chat }, rules, at("12-02T09:00:00"))).toEqual({
    kind: "count",
    rule: "wakeup",
    period: "2026-12-01+3",
    max: 1,
    stale: ["wakeup@2026-12-01+0", "wakeup@2026-11-20+7"],
  });
  expect(wakeupCharge({ quota, state: chat }, rules, at("12-01T21:00:00"))).toBeUndefined();
});

describe("QQ's word that a user takes none", () => {
  const now = at("12-01T21:00:00");
  const from = (state: TargetState, time: number) => wakeupFrom({ quota: usedUp, state }, rules, time);

  it("is believed for longer each time, and no longer once the user chats", () => {
    const first = { ...chat, ...stopWakeups(chat, now) };
    expect(from(first, now + 1)).toBe(now + hour);
    const second = { ...first, ...stopWakeups(first, now + hour) };
    expect(from(second, now + hour)).toBe(now + 7 * hour);
    const chatted = { ...second, chattedAt: now + 2 * hour };
    expect(from(chatted, now + 2 * hour + minute)).toBe(now + 2 * hour + minute);
    expect(stopWakeups(chatted, now + 3 * hour).wakeupOffTimes).toBe(1);
  });
});

describe("what waits for a wake-up message", () => {
  const now = at("12-01T21:00:00");
  const user = { scene: "c2c", id: "U1" } as const;
  const waiting = [
    delivery({ target: user, arrivedAt: now - 2 * minute }),
    delivery({ target: user, arrivedAt: now - minute, notice: notice({ level: "error" }) }),
  ];
  const known = (quota: Quota) => standing({ target: user, deliveries: waiting, quota, state: chat });

  it("goes as one message, the severest first", () => {
    const { sends } = plan(known(spent()), rules, now);
    expect(sends).toEqual([{ deliveries: waiting.toReversed(), by: { kind: "proactive", wakeup: true } }]);
    expect(heldBy(known(spent()), { openUntil: 0 }, rules, now)(waiting[0] ?? delivery())).toBeUndefined();
    expect(idleUntil({ ...known(spent()), windowsUntil: 0 }, rules, now)).toBeUndefined();
  });

  it("waits for a reply of an open window, also where pushes are many a day", () => {
    const many = { ...rules, limits: presets["2026"].c2c };
    const window = replyWindow({ openedAt: now - 10 * minute, closesAt: now + 50 * minute, times: 4, used: 3 });
    const quota = { ...emptyQuota, used: { "target-day@2026-12-01": 1000 } };
    const before = standing({ target: user, deliveries: waiting, windows: [window], quota, state: chat });
    const { sends, next = 0 } = plan(before, many, now);
    expect(sends).toEqual([]);
    expect(next).toBeLessThan(window.closesAt);
    expect(heldBy(before, { openUntil: 0 }, many, now)(waiting[0] ?? delivery())).toEqual({
      reason: "spread",
      until: next,
    });
  });

  it("is held by quota until the next period, and looked at then", () => {
    const next = at("12-02T00:00:00");
    expect(plan(known(spent(0)), rules, now)).toMatchObject({ sends: [], next });
    expect(heldBy(known(spent(0)), { openUntil: 0 }, rules, now)(waiting[0] ?? delivery())).toEqual({
      reason: "quota",
      until: next,
    });
    expect(idleUntil({ ...known(spent(0)), windowsUntil: 0 }, rules, now)).toBe(next);
  });
});

it("noon's standing has no chat, and so none", () =>
  expect(
    plan(
      standing({ deliveries: [delivery()], quota: { ...emptyQuota, used: { "target-month@2026-11": 1 } } }),
      rules,
      noon,
    ).sends,
  ).toEqual([]));
