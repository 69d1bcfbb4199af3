import type { Rule } from "../model/limits.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Charging } from "./charging.ts";

/** A route may keep more of its conversation's own pushes than there are to share: one of these is for anyone. */
export const lessReserve = (rule: Rule, reserve: number): Rule => ({
  ...rule,
  max: rule.max - Math.min(reserve, Math.max(0, rule.max - 1)),
});

/** What the target has to know: that there is nothing for anyone until then (ms), or nothing but for what is critical. */
export const closeFor = ({ isUrgent, reserve }: Pick<Charging, "isUrgent" | "reserve">, until: number): StateChange =>
  isUrgent || reserve === 0 ? { sharedClosedUntil: until } : { sharedKeptUntil: until };
