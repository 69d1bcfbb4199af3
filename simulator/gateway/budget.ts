import type { Budget, Gateway } from "./gateway.ts";

const total = 1_000;
const day = 86_400_000;

/** What is left of the day's sessions; QQ's day begins with the first of them here, when it does there is undocumented. */
const budgetOf = ({ budget }: Gateway, now: number): Budget =>
  budget && now < budget.resetsAt ? budget : { left: total, resetsAt: now + day };

/** Takes one session of the day; false where none is left. */
export function takeSession(gateway: Gateway, now: number): boolean {
  const { left, resetsAt } = budgetOf(gateway, now);
  if (left === 0) return false;
  gateway.budget = { left: left - 1, resetsAt };
  return true;
}

/** `session_start_limit` of `GET /gateway/bot`. */
export function tellBudget(gateway: Gateway, now: number) {
  const { left, resetsAt } = budgetOf(gateway, now);
  return { total, remaining: left, reset_after: resetsAt - now, max_concurrency: 1 };
}
