import fc from "fast-check";
import { expect, it } from "vitest";
import type { Delivery } from "../../../lib/model/delivery.ts";
import { levelRank, levels } from "../../../lib/model/level.ts";
import { presets, type SceneLimits } from "../../../lib/model/limits.ts";
import { emptyQuota } from "../../../lib/model/quota.ts";
import { type SceneName, sceneNames } from "../../../lib/model/scene.ts";
import type { RoutePolicy } from "../../../lib/model/route.ts";
import type { Standing } from "../../../lib/model/standing.ts";
import { threadOf } from "../../../lib/policy/plan/fold.ts";
import { heldBy } from "../../../lib/policy/plan/held.ts";
import { plan } from "../../../lib/policy/plan/plan.ts";
import { repliesOnly, roomOf, rulesOf } from "../../../lib/policy/quota/quota.ts";
import { windowMargin } from "../../../lib/policy/plan/reply-pace.ts";
import { resolvePolicy } from "../../../lib/policy/plan/plan-rules.ts";
import { unfinishedClaims } from "../../../lib/policy/plan/unfinished.ts";
import { noon, notice } from "../../support/build.ts";
import { runs } from "../../support/runs.ts";

const timeZone = "Asia/Shanghai";
const maxAge = 3_600_000;
const target = (scene: SceneName) => ({ scene, id: "T" });

const anyDelivery = fc.record({
  at: fc.integer({ min: -maxAge * 2, max: 0 }),
  level: fc.constantFrom(...levels),
  key: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
  replaces: fc.boolean(),
  notBefore: fc.option(fc.integer({ min: -1_000, max: 100_000 }), { nil: undefined }),
  keptSeq: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
  claimed: fc.constantFrom("none", "open", "settled"),
});

const ago = fc.oneof(fc.nat(2 * maxAge), fc.nat(40 * 24 * maxAge));

const anyStanding = fc
  .record({
    scene: fc.constantFrom(...sceneNames),
    deliveries: fc.array(anyDelivery, { maxLength: 14 }),
    windows: fc.array(
      fc.record({
        closes: fc.integer({ min: -60_000, max: 300_000 }),
        opened: fc.integer({ min: 0, max: 3_600_000 }),
        used: fc.nat(6),
      }),
      { maxLength: 3 },
    ),
    used: fc.nat(22),
    closed: fc.boolean(),
    denied: fc.boolean(),
    sharedClosed: fc.boolean(),
    sharedKept: fc.boolean(),
    isScarce: fc.boolean(),
    chatted: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    claimKind: fc.constantFrom("reply", "proactive", "none"),
    preset: fc.constantFrom("published", "2026"),
    reserve: fc.nat(2),
    onUnsure: fc.constantFrom("resend", "assume-sent"),
    policy: fc.constantFrom<RoutePolicy>(
      {},
      {},
      { proactive: "always" },
      { digestAt: "11:59" },
      { digestAt: "12:01" },
      { quiet: { from: "11:00", to: "13:00" } },
      { quiet: { from: "20:00", to: "08:00" } },
    ),
    spoke: fc.option(ago, { nil: undefined }),
    told: fc.option(ago, { nil: undefined }),
    left: fc.option(ago, { nil: undefined }),
  })
  .map((draft) => {
    const { scene, preset } = draft;
    const known: SceneLimits = presets[preset][scene];
    const scarce = known.proactive.map((rule) => (rule.every === "day" ? { ...rule, max: 3 } : rule));
    const limits = draft.isScarce ? { ...known, proactive: scarce } : known;
    const times = limits.reply.times;
    const sorted = draft.deliveries.toSorted((a, b) => a.at - b.at);
    const deliveries = sorted.map((each, at): Delivery => ({
      id: `d${at}`,
      route: "r",
      target: target(scene),
      notice: notice({
        level: each.level,
        ...(each.key !== undefined && { key: each.key }),
        ...(each.replaces && { replaces: true }),
      }),
      form: "text",
      state: "pending",
      arrivedAt: noon + each.at,
      attempts: 0,
      ...(each.notBefore !== undefined && { notBefore: noon + each.notBefore }),
      ...(each.keptSeq !== undefined && {
        permit: { kind: "reply", anchor: { kind: "msg", id: "w0" }, seq: each.keptSeq },
      }),
      ...(each.claimed === "settled" && { claim: "c" }),
    }));
    const claimed = deliveries.filter((_, at) => sorted[at]?.claimed !== "none").map((each) => each.id);
    const claim = (permit: object) => ({ id: "c", permit, deliveries: claimed, at: noon - 1 }) as never;
    const standing: Standing = {
      target: target(scene),
      deliveries,
      windows: draft.windows.map((window, at) => ({
        anchor: { kind: "msg", id: `w${at}` },
        openedAt: noon - window.opened,
        closesAt: noon + window.closes,
        ...(times !== null && { times }),
        used: window.used,
        ...(at === 0 &&
          draft.claimKind === "reply" && {
            claim: claim({ kind: "reply", anchor: { kind: "msg", id: "w0" }, seq: 1 }),
          }),
      })),
      quota: {
        ...emptyQuota,
        used: Object.fromEntries(
          ["target-month@2026-11", "target-day@2026-11-21"].map((counter) => [counter, draft.used]),
        ),
        closed: draft.closed ? { [limits.proactive[0]?.id ?? ""]: noon + 60_000 } : {},
        ...(draft.claimKind === "proactive" && { claim: claim({ kind: "proactive" }) }),
      },
      state: {
        ...(draft.denied && { proactive: "denied" as const }),
        ...(draft.sharedClosed && { sharedClosedUntil: noon + 60_000 }),
        ...(draft.spoke !== undefined && { spokeAt: noon - draft.spoke }),
        ...(draft.told !== undefined && { toldAt: noon - draft.told }),
        ...(draft.left !== undefined && { leftAt: noon - draft.left }),
        ...(draft.sharedKept && { sharedKeptUntil: noon + 60_000 }),
        ...(draft.chatted !== undefined && { chattedAt: noon - draft.chatted * 86_400_000 }),
      },
    };
    const policy = resolvePolicy({
      policy: { ...draft.policy, reserve: draft.reserve, maxAge: "1h", onUnsure: draft.onUnsure },
    });
    return {
      standing,
      rules: { limits, quotaZone: timeZone, timeZone, shortestWait: maxAge, policyOf: () => policy },
      reserve: draft.reserve,
    };
  });

it("says of each delivery that stays why, or sends another one first", () => {
  fc.assert(
    fc.property(anyStanding, ({ standing, rules }) => {
      const { sends, finish, next = Number.POSITIVE_INFINITY } = plan(standing, rules, noon);
      const sent = new Set(sends.flatMap(({ deliveries }) => deliveries.map(({ id }) => id)));
      const finished = new Set(finish.map(({ delivery }) => delivery.id));
      const repeats = sends.filter(({ by }) => by.kind === "repeat").flatMap(({ deliveries }) => deliveries);
      const repeated = new Set(repeats.map(({ id }) => id));
      const left = standing.deliveries.filter(({ id }) => !finished.has(id) && !repeated.has(id));
      const heldOf = heldBy({ ...standing, deliveries: left }, { openUntil: 0 }, rules, noon);
      const wrong = left.filter((delivery) => {
        // One that keeps a refused reply's number goes under that, or with those that it was told with.
        if (delivery.permit) return false;
        const held = heldOf(delivery);
        if (!held) return !sent.has(delivery.id) && sends.length === 0;
        return sent.has(delivery.id) || (held.until !== undefined && held.until < next);
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: runs(1_000) },
  );
});

it("never exceeds a limit, never loses a delivery, and keeps order within a key", () => {
  fc.assert(
    fc.property(anyStanding, ({ standing, rules, reserve }) => {
      const { sends, finish, next } = plan(standing, rules, noon);
      const { limits } = rules;

      const wakeups = sends.filter(({ by }) => by.kind === "proactive" && by.wakeup);
      const proactive = sends.filter((send) => send.by.kind === "proactive" && !wakeups.includes(send));
      const { left } = roomOf(standing.quota, rulesOf(limits, "target"), timeZone, noon);
      const allowed = standing.state.proactive || standing.state.sharedClosedUntil || repliesOnly(limits) ? 0 : left;
      expect(proactive.length).toBeLessThanOrEqual(Math.max(0, allowed));
      const mild = proactive.filter((send) =>
        send.deliveries.every((each) => !threadOf(each) && levelRank(each.notice.level) < 4),
      );
      expect(mild.length).toBeLessThanOrEqual(standing.state.sharedKeptUntil ? 0 : Math.max(0, allowed - reserve));

      const isChatFresh = (standing.state.chattedAt ?? 0) > noon - 31 * 86_400_000;
      expect(wakeups.length).toBeLessThanOrEqual(limits.wakeup && isChatFresh && left < 1 ? 1 : 0);

      for (const window of standing.windows) {
        const taken = sends.filter(({ by }) => by.kind === "reply" && by.anchor.id === window.anchor.id);
        const fresh = taken.filter(({ by }) => by.kind === "reply" && by.seq === undefined);
        if (taken.length > 0) expect(window.closesAt - windowMargin).toBeGreaterThan(noon);
        expect(fresh.length).toBeLessThanOrEqual(Math.max(0, (window.times ?? Infinity) - window.used));
      }

      const known = new Map(standing.deliveries.map((each) => [each.id, each]));
      const original = ({ id }: Delivery) => known.get(id);
      const sent = sends.flatMap((send) => send.deliveries).map(original);
      const finished = finish.map((each) => original(each.delivery));
      const touched = [...sent, ...finished];
      expect(new Set(touched).size).toBe(touched.length);
      expect(touched).not.toContain(undefined);
      for (const { delivery, state } of finish) {
        if (state === "expired") expect(delivery.arrivedAt + maxAge).toBeLessThanOrEqual(noon);
        if (state === "folded")
          expect(standing.deliveries.some((each) => each.notice.replaces && each.arrivedAt >= delivery.arrivedAt)).toBe(
            true,
          );
      }

      const held = standing.deliveries.filter((each) => !touched.includes(each));
      if (held.length > 0) expect(next).toBeGreaterThan(noon);

      const repeated = new Set(unfinishedClaims(standing).flatMap((each) => each.deliveries));
      const inOrder = standing.deliveries.filter((each) => !finished.includes(each) && !repeated.has(each));
      for (const thread of ["r a", "r b"]) {
        const own = inOrder.filter((each) => threadOf(each) === thread);
        const sentOfThread = sent.filter((each) => own.some((one) => one === each));
        expect(sentOfThread).toEqual(own.slice(0, sentOfThread.length));
      }
    }),
    { numRuns: runs(1_000) },
  );
});
