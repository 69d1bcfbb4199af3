import fc from "fast-check";
import { expect, test } from "vitest";
import { daysLeft } from "../../../lib/policy/forecast/days-left.ts";

test.each<[left: number, max: number, share: number, days: number, dry: number | undefined]>([
  // Nothing spent: there is no pace.
  [4, 4, 0, 30, undefined],
  [4, 4, 0.9, 30, undefined],
  // Used up.
  [0, 4, 0.01, 30, 0],
  [0, 4, 0.99, 30, 0],
  [-1, 4, 0.5, 30, 0],
  // Half of it in half of the time does to the end, and so does less.
  [2, 4, 0.5, 30, undefined],
  [3, 4, 0.5, 30, undefined],
  // Three in half a month: the last one goes in five days.
  [1, 4, 0.5, 30, 5],
  [1, 4, 0.25, 30, 2.5],
  // Two in 6 days: one each three days.
  [2, 4, 0.2, 30, 6],
  // What went in the first minutes counts as a tenth's: one in three days, and not one in a minute.
  [3, 4, 0, 30, 9],
  [3, 4, 0.1, 30, 9],
  [3, 4, 0.001, 30, 9],
  // Days: 15 of 20 by noon, 19 by an hour before midnight.
  [5, 20, 0.5, 1, 1 / 6],
  [1, 20, 23 / 24, 1, undefined],
  [1, 20, 0.9, 1, 0.9 / 19],
  [1, 2, 0.25, 1, 0.25],
])("%d of %d left after %d of %d days: dry in %d", (left, max, share, days, dry) => {
  const told = daysLeft({ left, max, share, days });
  if (dry === undefined) expect(told).toBeUndefined();
  else expect(told).toBeCloseTo(dry, 10);
});

test("it is never later than the end of the period, and with less left never later", () => {
  const max = fc.integer({ min: 1, max: 1_000 });
  fc.assert(
    fc.property(max, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (most, some, share) => {
      const left = some % (most + 1);
      const [now, less] = [left, left - 1].map(
        (each) => daysLeft({ left: each, max: most, share, days: 30 }) ?? (1 - share) * 30,
      );
      expect(now).toBeLessThanOrEqual((1 - share) * 30);
      expect(less).toBeLessThanOrEqual(now ?? 0);
    }),
  );
});
