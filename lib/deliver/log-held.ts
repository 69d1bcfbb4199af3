import type { Delivery } from "../model/delivery.ts";
import type { HeldReason } from "../model/held.ts";
import type { Target } from "../model/target.ts";
import { targetMark } from "../policy/forecast/target-mark.ts";
import type { Log } from "../ports.ts";

/** Deliveries that a line names: more are only counted. */
const maxNamed = 20;

type Holding = {
  readonly reason: HeldReason;
  /** Ms of the epoch. */
  readonly until: number | undefined;
  readonly deliveries: readonly Delivery[];
};

/** Why deliveries are held, and until when the first of them is. */
export function logHeld({ reason, until, deliveries }: Holding, target: Target, log: Log): void {
  log("info", "held", {
    scene: target.scene,
    target: targetMark(target),
    reason,
    ...(until !== undefined && { until: new Date(until).toISOString() }),
    routes: [...new Set(deliveries.map(({ route }) => route))],
    notices: deliveries.length,
    deliveries: deliveries.slice(0, maxNamed).map(({ id }) => id),
  });
}
