import { describe, expect, it } from "vitest";
import { minute, second } from "../../../lib/base/time.ts";
import type { Rule } from "../../../lib/model/limits.ts";
import { emptyQuota } from "../../../lib/model/quota.ts";
import { chargesOf, landedCharges, roomOf } from "../../../lib/policy/quota/quota.ts";
import { group, noon } from "../../support/build.ts";

const zone = "Asia/Shanghai";
const rule: Rule = { id: "target-minute", per: "target", max: 4, every: "minute" };
const until = noon + 28 * second;

const quotaOf = (...times: readonly number[]) => ({ ...emptyQuota, recent: { [rule.id]: times } });

describe("a sliding rule", () => {
  it("has a send at the latest moment at which QQ may get it", () => {
    const charges = chargesOf(quotaOf(noon - 2 * minute, noon - 1), [rule], group, zone, { now: noon, until });
    expect(charges).toEqual([
      { kind: "recent", rule: rule.id, seen: [noon - 2 * minute, noon - 1], next: [noon - 1, until] },
    ]);
  });

  it.for([
    ["two of four", [noon, until], []],
    ["three of four", [noon, noon + second, until], [noon, noon + second, noon + 2 * second]],
    [
      "three of four, of which one is to be over later",
      [noon, until, until + second],
      [noon, noon + 2 * second, until + second],
    ],
    ["all, and none of them is this send", [noon, noon, noon, noon], []],
  ] as const)("has it when its answer came, once there is little room: %s", ([, seen, next]) => {
    const landed = landedCharges({ [rule.id]: seen }, [rule], { now: noon + 2 * second, until });
    expect(landed).toEqual(next.length > 0 ? [{ kind: "recent", rule: rule.id, seen, next }] : []);
  });

  it("is full while messages are on their way, and worth another look when they may have arrived now", () => {
    const quota = quotaOf(until, until, until, until);
    expect(roomOf(quota, [rule], zone, noon)).toEqual({ left: 0, opensAt: noon + minute });
    expect(roomOf(quota, [rule], zone, until + minute - 1).left).toBe(0);
    expect(roomOf(quota, [rule], zone, until + minute).left).toBe(4);
  });
});
