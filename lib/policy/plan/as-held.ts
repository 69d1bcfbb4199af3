import type { TargetState } from "../../model/standing.ts";
import type { Target } from "../../model/target.ts";
import { unpairedRoute } from "../../model/unpaired.ts";

/**
 * A target's state, where a route's notices wait to be paired as well: nothing can be sent there, so that they grow old and go
 * on by another route as if QQ had no such conversation.
 */
export const asHeld = (target: Target, state: TargetState): TargetState =>
  unpairedRoute(target) === undefined ? state : { ...state, gone: true };
