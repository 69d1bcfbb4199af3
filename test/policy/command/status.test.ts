import { describe, expect, it, test } from "vitest";
import type { Limits } from "../../../lib/model/limits.ts";
import { emptyQuota } from "../../../lib/model/quota.ts";
import { resolveLimits } from "../../../lib/policy/quota/resolve-limits.ts";
import { statusOf } from "../../../lib/policy/command/status.ts";
import { delivery, noon, replyWindow, standing } from "../../support/build.ts";

const published: Limits = resolveLimits({ limits: "published", certified: false });
const newer: Limits = resolveLimits({ limits: "2026", certified: false });
const repliesOnly = resolveLimits({ limits: { override: { group: { proactive: 0 } } }, certified: false });
const minute = 60_000;
const month = Date.parse("2026-12-01T00:00:00+08:00");
const day = Date.parse("2026-11-22T00:00:00+08:00");
const none = { counted: 0, bound: [] };

const status = (more: Parameters<typeof standing>[0], limits = published.group) =>
  statusOf(
    standing(more),
    none,
    { limits, quotaZone: "Asia/Shanghai", basis: { preset: "published", why: "set" } },
    noon,
  );

const quota = (more: object) => ({ quota: { ...emptyQuota, ...more } });

const open = (id: string, closesIn: number, more: object = {}) =>
  replyWindow({ anchor: { kind: "msg", id }, closesAt: noon + closesIn, ...more });

describe("what can be sent unasked", () => {
  test.each([
    ["nothing sent yet", {}, { left: 4, opensAt: noon }],
    ["some sent", { used: { "target-month@2026-11": 3 } }, { left: 1, opensAt: month }],
    ["all sent", { used: { "target-month@2026-11": 4 } }, { left: 0, opensAt: month }],
    ["more sent than a lowered limit", { used: { "target-month@2026-11": 9 } }, { left: 0, opensAt: month }],
    ["all sent last month", { used: { "target-month@2026-10": 4 } }, { left: 4, opensAt: noon }],
    ["closed by QQ", { closed: { "target-month": noon + 5 } }, { left: 0, opensAt: noon + 5 }],
    ["closed by QQ until now", { closed: { "target-month": noon } }, { left: 4, opensAt: noon }],
  ])("%s", (_, counters, told) => {
    const rules = [{ every: "month", max: 4, ...told }];
    expect(status(quota(counters)).proactive).toEqual({ kind: "counted", rules });
  });

  it("is told of the target's own rules, each by itself", () => {
    const used = { "target-day@2026-11-21": 2 };
    const recent = { "target-minute": [50_000, 10_000].map((ago) => ({ kind: "ended", at: noon - ago }) as const) };
    expect(status(quota({ used, recent }), newer.group).proactive).toEqual({
      kind: "counted",
      rules: [
        { every: "day", max: 1000, left: 998, opensAt: day },
        { every: "minute", max: 20, left: 18, opensAt: expect.any(Number) },
      ],
    });
  });

  test.each([
    ["turned off by its people", { proactive: "denied", sharedClosedUntil: noon + 5 } as const, { kind: "denied" }],
    ["refused by QQ", { deniedTimes: 1, deniedUntil: noon + 5 }, { kind: "denied", until: noon + 5 }],
    ["to be tried again", { deniedTimes: 1, deniedUntil: noon }, { kind: "counted", rules: [expect.anything()] }],
    ["of a bot that was removed", { gone: true, goneTimes: 1, goneUntil: noon + 5 } as const, { kind: "gone" }],
    ["of a chat that QQ does not find", { goneTimes: 1, goneUntil: noon + 5 }, { kind: "gone", until: noon + 5 }],
    ["closed for a wider owner", { sharedClosedUntil: noon + 5 }, { kind: "closed", until: noon + 5, of: "bot" }],
    ["no longer closed", { sharedClosedUntil: noon }, { kind: "counted", rules: [expect.anything()] }],
  ])("%s", (_, state, told) => {
    expect(status({ state }).proactive).toEqual(told);
  });

  it("closed for a whole guild is told as the guild's", () => {
    const closed = { state: { sharedClosedUntil: noon + 5 } };
    expect(status(closed, published.channel).proactive).toEqual({ kind: "closed", until: noon + 5, of: "guild" });
    expect(status(closed, published.dm).proactive).toEqual({ kind: "closed", until: noon + 5, of: "bot" });
  });

  it("is nothing where the settings allow replies only", () => {
    expect(status({}, repliesOnly.group).proactive).toEqual({ kind: "replies-only" });
  });
});

it("counts what waits but for answers", () => {
  const answer = delivery({ answers: { kind: "msg", id: "M1" } });
  expect(status({ deliveries: [delivery(), answer, delivery()] }).held).toBe(2);
});

it("names windows that still take a reply, the one that closes soonest first", () => {
  const { times: _, ...uncounted } = open("M5", 3 * minute);
  const windows = [
    open("M1", 4 * minute, { used: 1 }),
    open("M2", 2 * minute),
    open("M3", 4 * minute, { used: 5 }),
    open("M4", 1_000),
    uncounted,
  ];
  expect(status({ windows }).windows).toEqual([
    { closesAt: noon + 2 * minute, left: 5 },
    { closesAt: noon + 3 * minute },
    { closesAt: noon + 4 * minute, left: 4 },
  ]);
});

it("names mutes that last", () => {
  const lasting = { mutedUntil: noon + 1, mutes: { ci: noon + 2, old: noon } };
  const mutes = [{ route: "ci", until: noon + 2 }];
  expect(status({ state: lasting })).toMatchObject({ muted: { until: noon + 1, all: true }, mutes });
  expect(status({ state: { hushedUntil: noon + 3 } }).muted).toEqual({ until: noon + 3, all: false });
  expect(status({ state: { ...lasting, hushedUntil: noon + 3 } }).muted).toEqual({ until: noon + 1, all: true });
  const over = status({ state: { mutedUntil: noon, hushedUntil: noon } });
  expect(over).not.toHaveProperty("muted");
  expect(over.mutes).toEqual([]);
});

it("passes on what lies beside the standing", () => {
  const beside = { counted: 12, bound: ["ci"] };
  const inForce = {
    limits: published.group,
    quotaZone: "Asia/Shanghai",
    basis: { preset: "published", why: "set" },
  } as const;
  expect(statusOf(standing(), beside, inForce, noon)).toMatchObject(beside);
});
