import type { Delivery } from "../../model/delivery.ts";
import type { TargetState } from "../../model/standing.ts";

/** Whether a delivery's route was unpaired from the target after it arrived: people there asked not to be told. */
export const isUnbound = (
  { route, arrivedAt }: Pick<Delivery, "route" | "arrivedAt">,
  { unbound = {} }: Pick<TargetState, "unbound">,
): boolean => Object.hasOwn(unbound, route) && arrivedAt <= (unbound[route] ?? 0);
