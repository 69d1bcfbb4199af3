import { expect, test } from "vitest";
import { day } from "../../../lib/base/time.ts";
import { presets, type SceneLimits } from "../../../lib/model/limits.ts";
import { emptyQuota, type Quota } from "../../../lib/model/quota.ts";
import { forecastOf } from "../../../lib/policy/forecast/forecast.ts";
import { noon } from "../../support/build.ts";

const zone = "Asia/Shanghai";
const { group, channel } = presets.published;
const ample = presets["2026"].group;

/** 2026-11-21 12:00: 20.5 of 30 days of the month are gone, and half of the day. */
const foretold = (limits: SceneLimits, quota: Partial<Quota>, now = noon) =>
  forecastOf({ ...emptyQuota, ...quota }, limits, zone, now);

const both: SceneLimits = {
  ...group,
  proactive: [
    { id: "target-month", per: "target", max: 40, every: "month" },
    { id: "target-day", per: "target", max: 4, every: "day" },
  ],
};

test.each<[what: string, told: unknown, expected: unknown]>([
  ["a month untouched", foretold(group, {}), { left: 4, max: 4, renewDays: 9.5 }],
  [
    "three of four in 20.5 days",
    foretold(group, { used: { "target-month@2026-11": 3 } }),
    { left: 1, max: 4, renewDays: 9.5, daysLeft: 6.83 },
  ],
  [
    "all of them",
    foretold(group, { used: { "target-month@2026-11": 4 } }),
    { left: 0, max: 4, renewDays: 9.5, daysLeft: 0 },
  ],
  [
    "more than all, since the settings allow fewer now",
    foretold(group, { used: { "target-month@2026-11": 9 } }),
    { left: 0, max: 4, renewDays: 9.5, daysLeft: 0 },
  ],
  [
    "QQ's own refusal, which is over before the month is",
    foretold(group, { closed: { "target-month": noon + day } }),
    { left: 0, max: 4, renewDays: 1, daysLeft: 0 },
  ],
  [
    "last month's count says nothing",
    foretold(group, { used: { "target-month@2026-10": 4 } }),
    { left: 4, max: 4, renewDays: 9.5 },
  ],
  [
    "15 of a channel's 20 by noon",
    foretold(channel, { used: { "target-day@2026-11-21": 15 } }),
    { left: 5, max: 20, renewDays: 0.5, daysLeft: 0.17 },
  ],
  [
    "a day of the ample rules; what slides is over before it is read",
    foretold(ample, {
      used: { "target-day@2026-11-21": 10 },
      recent: { "target-minute": [{ kind: "ended", at: noon }] },
    }),
    { left: 990, max: 1_000, renewDays: 0.5 },
  ],
  [
    "of two rules the one that is used up first",
    foretold(both, { used: { "target-month@2026-11": 39, "target-day@2026-11-21": 1 } }),
    { left: 1, max: 40, renewDays: 9.5, daysLeft: 0.53 },
  ],
  [
    "or the other",
    foretold(both, { used: { "target-month@2026-11": 20, "target-day@2026-11-21": 4 } }),
    { left: 0, max: 4, renewDays: 0.5, daysLeft: 0 },
  ],
  [
    "replies only",
    foretold({ ...group, proactive: [{ id: "x", per: "target", max: 0, every: "month" }] }, {}),
    undefined,
  ],
  ["no rule of the target's own", foretold({ ...group, proactive: [] }, {}), undefined],
])("%s", (_, told, expected) => {
  expect(told).toEqual(expected);
});
