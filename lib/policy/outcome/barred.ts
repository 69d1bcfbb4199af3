import { waitAfterRefusals } from "../quota/wait-after-refusals.ts";
import type { StateChange } from "../../model/settlement.ts";
import type { TargetState } from "../../model/standing.ts";

/**
 * QQ's answer that a target takes no pushes, or is no more, may be wrong by tomorrow, and no event need ever say so: it is
 * believed for a while that grows, then one push probes. What QQ's event says is believed until another event.
 */
export function deny({ deniedUntil = 0, deniedTimes = 0 }: TargetState, now: number): StateChange {
  if (deniedUntil > now) return {};
  const times = deniedTimes + 1;
  return { deniedTimes: times, deniedUntil: now + waitAfterRefusals(times) };
}

/** A DM session that the relay opened itself may have ended: its address is forgotten, and the first time opened anew at once. */
export function lose({ goneUntil = 0, goneTimes, address }: TargetState, now: number): StateChange {
  if (goneUntil > now) return { address: null };
  if (address !== undefined && goneTimes === undefined) return { address: null, goneTimes: 0, goneUntil: now };
  const times = (goneTimes ?? 0) + 1;
  return { address: null, goneTimes: times, goneUntil: now + waitAfterRefusals(times) };
}

/** What a message that QQ took shows to be over. A reply says nothing of pushes, but that the target is there. */
export const readmit = (state: TargetState, permit: "reply" | "proactive"): StateChange => ({
  ...(state.goneTimes !== undefined && { goneUntil: null, goneTimes: null }),
  ...(permit === "proactive" && state.deniedTimes !== undefined && { deniedUntil: null, deniedTimes: null }),
});

/** Until when (ms) the target takes no pushes as far as QQ has said; until an event = Infinity. */
export const barredUntil = ({ proactive, gone, deniedUntil = 0, goneUntil = 0 }: TargetState): number =>
  proactive === "denied" || gone ? Number.POSITIVE_INFINITY : Math.max(deniedUntil, goneUntil);

/** Whether the next push finds out if QQ still says so. */
export const isOnProbation = ({ deniedTimes, goneTimes }: TargetState): boolean =>
  deniedTimes !== undefined || goneTimes !== undefined;
