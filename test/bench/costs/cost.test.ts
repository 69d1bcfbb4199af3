import { describe, expect, it } from "vitest";
import { cost, pastAllowances, priceOf, sumOf } from "../../../bench/costs/cost.ts";
import { costOfExtra } from "../../../bench/costs/extras.ts";
import { costOfMillion } from "../../../bench/costs/kinds.ts";
import { monthOf, noMonth } from "../../../bench/costs/month.ts";
import { prices } from "../../../bench/costs/prices.ts";
import type { Step, Steps, Units } from "../../../bench/costs/units.ts";

const nothing: Step = {
  count: 1,
  invocations: 0,
  waitedMs: 0,
  writes: 0,
  reads: 0,
  storeCalls: 0,
  qqCalls: 0,
  answers: 0,
  outBytes: 0,
  logBytes: 0,
  metrics: [],
};

const names = ["burst", "github", "beside", "refusedPush", "event", "lifeSign"] as const;
const others = Object.fromEntries(names.map((name) => [name, nothing])) as Pick<Steps, (typeof names)[number]>;
const step = (change: Partial<Step>): Step => ({ ...nothing, ...change });

/** Round figures, so that a person can reckon them. No CPU: what runs only waits. */
const units: Units = {
  cpuMs: 0,
  keptBytes: 1_000,
  steps: {
    ...others,
    alone: step({
      invocations: 2,
      waitedMs: 1_000,
      writes: 8,
      reads: 2,
      answers: 1,
      outBytes: 500,
      logBytes: 2_000,
      metrics: ["A", "B"],
    }),
    held: step({ invocations: 2, writes: 5, metrics: ["A"] }),
    digest: step({ count: 100, invocations: 2, writes: 200, reads: 100, metrics: ["C"] }),
    sweepDue: step({ invocations: 1, reads: 3 }),
    sweepRecent: step({ invocations: 1, reads: 3 }),
    sweepAll: step({ invocations: 1, reads: 3, metrics: ["H"] }),
    sweepHeld: step({ count: 400, invocations: 1, reads: 7, metrics: ["H"] }),
    hourHeld: step({ count: 100, invocations: 2, reads: 104, writes: 2, metrics: ["H", "R"] }),
  },
};

describe("a month", () => {
  it("of nothing is its sweeps", () =>
    expect(monthOf("quiet", 0, units)).toMatchObject({
      lambdaRequests: 43_800,
      writes: 0,
      reads: 3 * 43_800,
      tableGb: 0,
      metrics: 1,
      schedules: 43_800,
    }));

  it("of a million that are told alone is a million of that besides", () => {
    const month = monthOf("quiet", 1_000_000, units);
    expect(month).toMatchObject({
      lambdaRequests: 2_043_800,
      // Half a GB for a second each.
      lambdaGbSeconds: expect.closeTo(500_000, 6),
      writes: 8_000_000,
      reads: 2_131_400,
      tableGb: 1,
      backupGb: 1,
      logGb: 2,
      metrics: 3,
    });
    // 500 bytes and 1,500 of headers each.
    expect(month.outGb).toBeCloseTo(2);
  });

  it("of a backlog has the sweeps' looks at a day's webhooks too", () => {
    const month = monthOf("backlog", 300_000, units);
    expect(month.writes).toBe(300_000 * 7 + 100 * 730 * 2);
    // Each look at all that waits, 10,000, is a unit for a hundred; each hour the head of 100 conversations is read, 100 each.
    expect(month.reads).toBeCloseTo(3 * 43_800 + 3_000 * 100 + 8_760 * 100 + 730 * 100 * 100);
    expect(month.lambdaRequests).toBe(43_800 + 600_000 + 6_000 + 73_000);
    expect(month.metrics).toBe(4);
  });

  it("has a cold start before nearly each of few webhooks, and before none of many", () => {
    const secondsOf = (webhooks: number): number => monthOf("backlog", webhooks, units).lambdaGbSeconds;
    // Two a month: 0.7 s at half a GB each.
    expect(secondsOf(2)).toBeCloseTo(0.7, 2);
    expect(secondsOf(1_000_000)).toBeCloseTo(0);
  });
});

describe("its price", () => {
  const month = {
    ...noMonth,
    lambdaRequests: 2_000_000,
    lambdaGbSeconds: 1_000_000,
    writes: 10_000_000,
    reads: 4_000_000,
    tableGb: 30,
    backupGb: 10,
    logGb: 6,
    logKeptGb: 1,
    metrics: 12,
    alarmMetrics: 24,
    schedules: 1_000_000,
    outGb: 110,
  };

  it("is told by what a bill tells apart", () => {
    const priced = priceOf(month, prices["us-east-1"]);
    const expected = {
      lambda: 0.4 + 13.3334,
      dynamodb: 6.25 + 0.5,
      logs: 3,
      metrics: 3.6,
      alarms: 2.4,
      storage: 7.5 + 2 + 0.03,
      transfer: 9.9,
      schedule: 1,
    };
    for (const [line, usd] of Object.entries(expected)) expect(priced[line as keyof typeof priced]).toBeCloseTo(usd, 6);
    expect(sumOf(priced)).toBeCloseTo(49.9134, 4);
  });

  it("has what is free taken off, and never less than nothing", () => {
    const priced = priceOf(pastAllowances(month), prices["us-east-1"]);
    const expected = {
      lambda: 0.2 + 8.00004,
      dynamodb: 6.75,
      logs: 0.5,
      metrics: 0.6,
      alarms: 1.4,
      storage: 1.25 + 2 + 0.03,
      transfer: 0.9,
      schedule: 0,
    };
    for (const [line, usd] of Object.entries(expected)) expect(priced[line as keyof typeof priced]).toBeCloseTo(usd, 5);
    expect(sumOf(priceOf(pastAllowances(noMonth), prices["us-east-1"]))).toBe(0);
  });

  it("is that of the scenario's month", () =>
    expect(cost({ scenario: "quiet", webhooks: 1_000_000 }, units, prices["ap-northeast-1"]).dynamodb).toBeCloseTo(
      8 * 0.715 + 2.1314 * 0.1425,
    ));
});

it("of a million of a kind is what each takes", () => {
  expect(costOfMillion("kept", units, prices["us-east-1"])).toEqual({
    writes: 7,
    reads: 1,
    waitedMs: 0,
    lambda: expect.closeTo(2.02 * 0.2, 6),
    dynamodb: expect.closeTo(7 * 0.625 + 0.125, 6),
    logs: 0,
  });
  expect(costOfMillion("alone", units, prices["us-east-1"]).lambda).toBeCloseTo(0.4 + 500_000 * 0.0000133334);
});

it.each([
  // 730 × (0.25 × 0.04048 + 0.5 × 0.004445 + 0.005); 730 × (0.045 + 0.005); 730 × (0.0042 + 0.005)
  ["gateway", "us-east-1", 12.66, false],
  ["nat", "us-east-1", 36.5, false],
  ["nano", "us-east-1", 6.716, false],
  ["nat", "ap-southeast-1", 46.72, false],
  ["gateway", "ap-east-1", 16.0235, true],
] as const)("the %s in %s costs %d USD a month", (extra, region, usd, isAbout) => {
  expect(costOfExtra(extra, prices[region])).toEqual({ usd: expect.closeTo(usd, 2), isAbout });
});
