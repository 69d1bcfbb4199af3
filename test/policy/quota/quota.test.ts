import { describe, expect, it } from "vitest";
import { minute, second } from "../../../lib/base/time.ts";
import type { Rule } from "../../../lib/model/limits.ts";
import { emptyQuota, type Slot } from "../../../lib/model/quota.ts";
import { chargesOf, landedCharges, roomOf } from "../../../lib/policy/quota/quota.ts";
import { group, noon } from "../../support/build.ts";

const zone = "Asia/Shanghai";
const rule: Rule = { id: "target-minute", per: "target", max: 4, every: "minute" };
const until = noon + 28 * second;

const ended = (...times: readonly number[]): readonly Slot[] => times.map((at) => ({ kind: "ended", at }));
const begun = (by: string, at: number = noon): Slot => ({ kind: "begun", at, until: at + 28 * second, by });
const quotaOf = (slots: readonly Slot[]) => ({ ...emptyQuota, recent: { [rule.id]: slots } });

describe("a sliding rule", () => {
  it("has a send until the latest moment at which QQ may get it", () => {
    const seen = ended(noon - 2 * minute, noon - 1);
    const charges = chargesOf(quotaOf(seen), [rule], group, zone, { now: noon, until, by: "a" });
    expect(charges).toEqual([{ kind: "recent", rule: rule.id, seen, next: [...ended(noon - 1), begun("a")] }]);
  });

  it.for([
    ["two of four", [...ended(noon), begun("a")], []],
    ["three of four", [...ended(noon, noon), begun("a")], ended(noon, noon, noon + 2 * second)],
    [
      "three of four, of which another is on its way too",
      [...ended(noon), begun("a"), begun("b")],
      [...ended(noon, noon + 2 * second), begun("b")],
    ],
    ["all, and none of them is this send", [begun("b"), ...ended(noon, noon, noon)], []],
  ] as const)("has it when its answer came, once there is little room: %s", ([, seen, next]) => {
    const landed = landedCharges({ [rule.id]: seen }, [rule], { now: noon + 2 * second, by: "a" });
    expect(landed).toEqual(next.length > 0 ? [{ kind: "recent", rule: rule.id, seen, next }] : []);
  });

  it("is full while messages are on their way, and worth another look when they may have arrived now", () => {
    const quota = quotaOf([begun("a"), begun("b"), begun("c"), begun("d")]);
    expect(roomOf(quota, [rule], zone, noon)).toEqual({ left: 0, opensAt: noon + 50 + minute });
    expect(roomOf(quota, [rule], zone, until + minute - 1).left).toBe(0);
    expect(roomOf(quota, [rule], zone, until + minute).left).toBe(4);
  });
});
