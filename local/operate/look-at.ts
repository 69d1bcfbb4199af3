import type { Target } from "../../lib/model/target.ts";
import { type HeldNow, readHeld } from "../../lib/outbox/read-held.ts";
import type { OperatePorts } from "./operate-ports.ts";

/** How a conversation stands, by the rules that its deliverer goes by: the same cost whatever is kept or held there. */
export const lookAt = (
  target: Target,
  { store, limits, rules, now }: Pick<OperatePorts, "store" | "limits" | "rules" | "now">,
): Promise<HeldNow> => readHeld(target, now(), { store, limits, rules: rules[target.scene] });
