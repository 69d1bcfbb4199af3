import fc from "fast-check";
import { expect, it } from "vitest";
import { day, hour, minute } from "../../../lib/base/time.ts";
import type { Delivery } from "../../../lib/model/delivery.ts";
import { levels } from "../../../lib/model/level.ts";
import { presets } from "../../../lib/model/limits.ts";
import type { Plan } from "../../../lib/model/plan.ts";
import { emptyQuota } from "../../../lib/model/quota.ts";
import type { RoutePolicy } from "../../../lib/model/route.ts";
import { type SceneName, sceneNames } from "../../../lib/model/scene.ts";
import type { Standing } from "../../../lib/model/standing.ts";
import { heldBy } from "../../../lib/policy/plan/held.ts";
import { plan } from "../../../lib/policy/plan/plan.ts";
import { type PlanRules, resolvePolicy } from "../../../lib/policy/plan/plan-rules.ts";
import { windowMargin } from "../../../lib/policy/plan/reply-pace.ts";
import { allowanceOf, isCalendar } from "../../../lib/policy/quota/quota.ts";
import { notice } from "../../support/build.ts";

const zone = "Asia/Shanghai";
const november = Date.parse("2026-11-01T00:00:00+08:00");

const rulesOf = (scene: SceneName, preset: keyof typeof presets, policy: RoutePolicy): PlanRules => ({
  limits: presets[preset][scene],
  policyOf: () => resolvePolicy({ policy }),
  quotaZone: zone,
  timeZone: zone,
  shortestWait: resolvePolicy({ policy }).maxAge,
});

const ago = fc.option(fc.oneof(fc.nat(2 * hour), fc.nat(20 * day)), { nil: undefined });

/** A conversation at some moment of November, with what waits there. */
const anyCase = fc
  .record({
    scene: fc.constantFrom(...sceneNames),
    now: fc.integer({ min: november, max: november + 30 * day - 1 }),
    waiting: fc.array(
      fc.record({
        age: fc.oneof(fc.nat(minute), fc.nat(5 * day)),
        level: fc.constantFrom(...levels),
        key: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    used: fc.nat(20),
    window: fc.option(fc.record({ opened: fc.nat(hour), left: fc.integer({ min: 1, max: hour }), used: fc.nat(5) }), {
      nil: undefined,
    }),
    spoke: ago,
    told: ago,
    left: ago,
    policy: fc.constantFrom<RoutePolicy>(
      {},
      {},
      { reserve: 1 },
      { digestAt: "09:00" },
      { quiet: { from: "21:00", to: "08:00" } },
    ),
  })
  .map(({ scene, now, waiting, used, window, spoke, told, left, policy }) => {
    const target = { scene, id: "T" };
    const { times } = presets.published[scene].reply;
    const standing: Standing = {
      target,
      deliveries: waiting
        .toSorted((a, b) => b.age - a.age)
        .map(({ age, level, key }, at): Delivery => ({
          id: `d${at}`,
          route: "r",
          target,
          notice: notice({ level, ...(key !== undefined && { key }) }),
          form: "text",
          state: "pending",
          arrivedAt: now - age,
          attempts: 0,
        })),
      windows: window
        ? [
            {
              anchor: { kind: "msg", id: "w" },
              openedAt: now - window.opened,
              closesAt: now + window.left,
              ...(times !== null && { times }),
              used: window.used,
            },
          ]
        : [],
      quota: { ...emptyQuota, used: countersOf(scene, used, now) },
      state: {
        ...(spoke !== undefined && { spokeAt: now - spoke }),
        ...(told !== undefined && { toldAt: now - told }),
        ...(left !== undefined && { leftAt: now - left }),
      },
    };
    return { scene, now, standing, policy };
  });

/** So many pushes spent in the period of `now`. */
function countersOf(scene: SceneName, used: number, now: number): Readonly<Record<string, number>> {
  const spent = (max: number) => Math.min(used, max);
  const date = new Date(now + 8 * hour).toISOString();
  return scene === "c2c" || scene === "group"
    ? { [`target-month@${date.slice(0, 7)}`]: spent(4) }
    : { [`target-day@${date.slice(0, 10)}`]: spent(scene === "dm" ? 2 : 20) };
}

const sentBy = ({ sends }: Plan): readonly string[] =>
  sends.flatMap(({ deliveries }) => deliveries.map(({ id }) => id));

/** Calendar rules of a scene with what is left by them. */
const leftOf = ({ quota }: Standing, scene: SceneName, now: number): number =>
  Math.min(
    ...presets.published[scene].proactive
      .filter((rule) => rule.per === "target")
      .filter(isCalendar)
      .map((rule) => allowanceOf(quota, rule, zone, now).left),
  );

const isOpen = ({ windows }: Standing, now: number): boolean =>
  windows.some(({ closesAt, times = Infinity, used }) => closesAt - windowMargin > now && used < times);

it("a critical one goes as long as a push or a reply is left", () =>
  fc.assert(
    fc.property(anyCase, ({ scene, now, standing, policy }) => {
      fc.pre(leftOf(standing, scene, now) > 0 || isOpen(standing, now));
      const sent = new Set(sentBy(plan(standing, rulesOf(scene, "published", policy), now)));
      const critical = standing.deliveries.filter(({ notice: { level } }) => level === "critical");
      expect(critical.filter(({ id }) => !sent.has(id))).toEqual([]);
    }),
    { numRuns: 1_500 },
  ));

it("under ample limits its plan is that of always", () =>
  fc.assert(
    fc.property(anyCase, fc.constantFrom("c2c", "group"), ({ now, standing, policy }, scene) => {
      const at = { ...standing, target: { ...standing.target, scene } };
      const [auto, always] = [policy, { ...policy, proactive: "always" as const }].map((each) =>
        plan(at, rulesOf(scene, "2026", each), now),
      );
      expect(auto).toEqual(always);
    }),
    { numRuns: 2_000 },
  ));

it("what is spread goes at its moment, with nothing else happening, and not a millisecond before", () =>
  fc.assert(
    fc.property(anyCase, ({ scene, now, standing, policy }) => {
      const rules = rulesOf(scene, "published", policy);
      const planned = plan(standing, rules, now);
      // What is critical takes with it what waits, and so does what is fresh with what a full digest left of its thread.
      fc.pre(
        standing.state.leftAt === undefined || standing.deliveries.every(({ notice: { key } }) => key === undefined),
      );
      fc.pre(standing.deliveries.every(({ notice: { level } }) => level !== "critical"));
      fc.pre(planned.sends.length === 0);
      const heldOf = heldBy(standing, { openUntil: 0 }, rules, now);
      const held = standing.deliveries.map((delivery) => ({ id: delivery.id, ...heldOf(delivery) }));
      const expires = Math.min(...standing.deliveries.map(({ arrivedAt }) => arrivedAt)) + rules.policyOf("r").maxAge;
      const until = Math.min(...held.map((each) => each.until ?? Infinity));
      const first = held.filter((each) => each.until === until);
      fc.pre(first.every(({ reason }) => reason === "spread") && until < expires);
      expect(planned.next).toBeLessThanOrEqual(until);
      expect(sentBy(plan(standing, rules, until - 1))).toEqual([]);
      const sent = sentBy(plan(standing, rules, until));
      for (const { id } of first) expect(sent).toContain(id);
    }),
    { numRuns: 600 },
  ));

/** A plan carried out: what it sends is told, and counted. */
function after(standing: Standing, { sends, finish }: Plan, now: number): Standing {
  const gone = new Set(
    [...sends.flatMap(({ deliveries }) => deliveries), ...finish.map(({ delivery }) => delivery)].map(({ id }) => id),
  );
  const pushes = sends.filter(({ by }) => by.kind === "proactive").length;
  const counters = countersOf(standing.target.scene, 20, now);
  const used = Object.fromEntries(Object.keys(counters).map((key) => [key, (standing.quota.used[key] ?? 0) + pushes]));
  return {
    ...standing,
    deliveries: standing.deliveries.filter(({ id }) => !gone.has(id)),
    windows: standing.windows.map((window) => ({
      ...window,
      used: window.used + sends.filter(({ by }) => by.kind === "reply").length,
    })),
    quota: { ...standing.quota, used: pushes > 0 ? used : standing.quota.used },
    state: {
      ...standing.state,
      ...(sends.length > 0 && { toldAt: now }),
      ...(sends.some(({ leaves }) => leaves) && { leftAt: now }),
    },
  };
}

it("with time alone everything is told by the end of the period, where it is told how many pushes are left", () =>
  fc.assert(
    fc.property(anyCase, ({ scene, now: begin, standing: given, policy }) => {
      fc.pre(policy.digestAt === undefined && policy.quiet === undefined);
      const { reserve = 0 } = policy;
      fc.pre(leftOf(given, scene, begin) > reserve);
      const rules = rulesOf(scene, "published", policy);
      const [rule] = presets.published[scene].proactive.filter(isCalendar);
      if (!rule) throw new Error("no rule");
      const { ends: period } = allowanceOf(given.quota, rule, zone, begin);
      const ends = Math.max(period, ...given.windows.map(({ closesAt }) => closesAt));
      let standing: Standing = { ...given, state: { ...given.state, leftAt: begin - hour } };
      let now = begin;
      for (let looks = 0; looks < 50 && standing.deliveries.length > 0 && now < ends; looks += 1) {
        const planned = plan(standing, rules, now);
        standing = after(standing, planned, now);
        now = planned.sends.length > 0 ? now + 1 : (planned.next ?? Infinity);
      }
      expect(standing.deliveries).toEqual([]);
    }),
    { numRuns: 800 },
  ));
