import { measures } from "../../lib/log/metrics.ts";
import { heldReasons } from "../../lib/model/held.ts";
import { refusalStatus } from "../../lib/model/refusal.ts";
import { sceneNames } from "../../lib/model/scene.ts";

/** How many values each field has that metrics are told apart by. */
const values: Readonly<Record<string, number>> = {
  scene: sceneNames.length,
  // Too many guesses at a credential are told as one more.
  refusal: Object.keys(refusalStatus).length + 1,
  by: ["reply", "proactive", "wakeup", "repeat"].length,
  reason: heldReasons.length,
  function: ["filter", "map", "ark", "template"].length,
};

/** How many custom metrics the relay can write at most: each name once, or once for each value that it is told apart by. */
export function countAllMetrics(): number {
  const found = new Map<string, number>();
  for (const measured of Object.values(measures))
    for (const [name, { by }] of Object.entries(measured)) {
      const count = by === undefined ? 1 : (values[by] ?? Number.NaN);
      found.set(`${name} ${by ?? ""}`, count);
    }
  return [...found.values()].reduce((sum, count) => sum + count, 0);
}
