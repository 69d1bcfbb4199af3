import { expect, it } from "vitest";
import { replayCost } from "../../../../../local/console/browser/state/replay-cost.ts";

it.for([
  [1, 4, "enough"],
  [4, 4, "enough"],
  [5, 4, "short"],
  [1, 0, "empty"],
  [99, null, "enough"],
] as const)("%d with %s left: %s", ([count, left, cost]) => expect(replayCost(count, left)).toBe(cost));
