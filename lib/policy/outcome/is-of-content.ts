import type { Outcome } from "../../model/outcome.ts";

/** Whether QQ refused what a message says: of several notices in it one is at fault, and the others are not. */
export const isOfContent = (outcome: Outcome): boolean =>
  outcome.kind === "refused" && (outcome.as === "dead" || outcome.as === "fix");
