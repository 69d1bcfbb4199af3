import { expect, test } from "vitest";
import type { Shown } from "../../../../simulator/live/view.ts";
import { mergeEntries } from "../../../../simulator/page/browser/merge-entries.ts";

const entry = (n: number, t = "A"): Shown => ({ n, kind: "happened", at: "", t, id: "" });

test.each([
  ["new ones come behind", [entry(1)], { fresh: false, entries: [entry(2)] }, [entry(1), entry(2)]],
  [
    "changed ones stay where they were",
    [entry(1), entry(2)],
    { fresh: false, entries: [entry(1, "B")] },
    [entry(1, "B"), entry(2)],
  ],
  ["after a reset only what comes counts", [entry(7)], { fresh: true, entries: [entry(1)] }, [entry(1)]],
])("%s", (_, before, told, after) => expect(mergeEntries(before, told)).toEqual(after));

test("no more are kept than the simulator has", () => {
  const many = Array.from({ length: 301 }, (_, n) => entry(n));
  expect(
    mergeEntries([], { fresh: false, entries: many })
      .map(({ n }) => n)
      .slice(0, 1),
  ).toEqual([1]);
});
