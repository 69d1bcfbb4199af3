import type { StateChange } from "../model/settlement.ts";
import type { TargetState } from "../model/standing.ts";

/** A state as a change leaves it: `undefined` leaves a field, `null` removes it. */
export const withChange = (state: TargetState, change: StateChange): TargetState => {
  const set = Object.entries(change).filter(([, value]) => value !== undefined);
  const changed = Object.entries({ ...state, ...Object.fromEntries(set) });
  return Object.fromEntries(changed.filter(([, value]) => value !== null));
};
