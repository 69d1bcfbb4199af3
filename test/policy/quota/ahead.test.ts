import { expect, it } from "vitest";
import type { Rule } from "../../../lib/model/limits.ts";
import { emptyQuota } from "../../../lib/model/quota.ts";
import { aheadOf, endOfYesterday, wayMadeUntil } from "../../../lib/policy/quota/ahead.ts";
import { noon } from "../../support/build.ts";

const rule: Rule = { id: "channels", per: "guild", counts: "targets", max: 2, every: "day" };
const zone = "Asia/Shanghai";
const key = "channels@2026-11-21";
const yesterday = { ...emptyQuota, told: { [key]: ["1", "2"] }, wanted: { [key]: ["3", "4"] } };

it.for<[who: string, member: string, ahead: readonly string[]]>([
  ["one that had a place", "1", ["3", "4"]],
  ["one that found none", "3", []],
  ["one that wanted none", "5", []],
])("%s makes way for those that found none", ([, member, ahead]) =>
  expect(aheadOf(member, rule, yesterday, zone, noon)).toEqual(ahead),
);

it("nobody makes way where all found a place", () =>
  expect(aheadOf("1", rule, { ...yesterday, wanted: {} }, zone, noon)).toEqual([]));

it("a day is QQ's", () => {
  const at = Date.parse("2026-11-22T00:30:00+08:00");
  expect(new Date(endOfYesterday(zone, at)).toISOString()).toBe("2026-11-21T15:59:59.999Z");
  expect(new Date(wayMadeUntil(zone, at)).toISOString()).toBe("2026-11-22T04:00:00.000Z");
});
