import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, hour, minute } from "../../../lib/base/time.ts";
import { type Allowance, freeOf, pacedFrom } from "../../../lib/policy/plan/pace.ts";
import { freeReplies, repliesLeft, replyFrom, windowMargin } from "../../../lib/policy/plan/reply-pace.ts";
import { noon, replyWindow } from "../../support/build.ts";

/** The formula in whole numbers: `left - 1 >= ceil(max / 2 * (1 - f))`, in the last tenth whenever one is left. */
function lets({ max, left, begins, ends }: Allowance, now: number): boolean {
  const [length, gone] = [BigInt(ends - begins), BigInt(now - begins)];
  if (10n * gone >= 9n * length) return left >= 1;
  const [above, below] = [BigInt(max) * (length - gone), 2n * length];
  return BigInt(left - 1) >= (above + below - 1n) / below;
}

const anyAllowance = fc
  .record({
    max: fc.integer({ min: 1, max: 1_000 }),
    spent: fc.nat(1_000),
    begins: fc.integer({ min: noon - 40 * day, max: noon }),
    length: fc.oneof(fc.constantFrom(minute, day, 30 * day), fc.integer({ min: 1_000, max: 31 * day })),
  })
  .map(({ max, spent, begins, length }) => ({ max, left: max - (spent % (max + 1)), begins, ends: begins + length }));

describe("the pace", () => {
  const dayOf = (max: number) => (left: number) =>
    pacedFrom({ max, left, begins: noon, ends: noon + 24 * hour }) - noon;

  it("of twenty a day: ten freely, then one each 72 minutes in the half that is left, the last one in the last tenth", () => {
    const from = [20, 11, 10, 9, 2, 1].map((left) => dayOf(20)(left) / hour);
    expect(from).toEqual([0, 0, 2.4, 4.8, 21.6, 21.6]);
    expect(dayOf(20)(0)).toBe(Number.POSITIVE_INFINITY);
  });

  it("of two a day: one freely, the other one in the last tenth", () =>
    expect([2, 1].map((left) => dayOf(2)(left) / hour)).toEqual([0, 21.6]));

  it("of one: in the last tenth", () => expect(dayOf(1)(1) / hour).toBe(21.6));

  it("counts how many go in a row", () => {
    const allowance = { max: 20, left: 20, begins: noon, ends: noon + 24 * hour };
    expect([0, 12, 21.6].map((hours) => freeOf(allowance, noon + hours * hour))).toEqual([10, 15, 20]);
    expect(freeOf({ ...allowance, left: 0 }, noon + 23 * hour)).toBe(0);
  });

  it("is the formula's: at its moment one goes, and not a millisecond before", () =>
    fc.assert(
      fc.property(anyAllowance, (allowance) => {
        const from = pacedFrom(allowance);
        fc.pre(allowance.left > 0);
        expect(from).toBeLessThan(allowance.ends);
        expect(lets(allowance, from)).toBe(true);
        if (from > allowance.begins) expect(lets(allowance, from - 1)).toBe(false);
      }),
      { numRuns: 5_000 },
    ));
});

describe("the replies of a window", () => {
  const secondsOf = (minutes: number, times: number) =>
    Array.from({ length: times }, (_, spent) => {
      const window = replyWindow({ openedAt: noon, closesAt: noon + minutes * minute, times });
      return (replyFrom(window, times - spent) - noon) / 1_000;
    });

  it("go two at once, then spread over five minutes, the last one while the sweep is in time", () =>
    expect(secondsOf(5, 5)).toEqual([0, 0, 54, 162, 180]));

  it("go two at once, then spread over an hour", () =>
    expect(secondsOf(60, 5).map((seconds) => seconds / 60)).toEqual([0, 0, 11.9, 35.7, 53.55]));

  it("of four go two at once", () =>
    expect(secondsOf(60, 4).map((seconds) => seconds / 60)).toEqual([0, 0, 29.75, 53.55]));

  it("go at once where there is no time to wait", () => expect(secondsOf(2, 5)).toEqual([0, 0, 0, 0, 0]));

  it("go at once where QQ counts none", () => {
    const { times: _times, ...window } = replyWindow({ used: 99 });
    expect(replyFrom(window, repliesLeft(window))).toBe(window.openedAt);
    expect(freeReplies(window, repliesLeft(window), noon)).toBe(Number.POSITIVE_INFINITY);
  });

  it("leave a sweep a minute and a half before the window is left alone, and are in order", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_600_000 }), fc.integer({ min: 1, max: 5 }), (life, times) => {
        const window = replyWindow({ openedAt: noon, closesAt: noon + life, times });
        const moments = Array.from({ length: times }, (_, spent) => replyFrom(window, times - spent));
        expect(moments).toEqual(moments.toSorted((a, b) => a - b));
        for (const moment of moments)
          expect(moment).toBeLessThanOrEqual(Math.max(noon, window.closesAt - windowMargin - 90_000));
      }),
    ));
});
