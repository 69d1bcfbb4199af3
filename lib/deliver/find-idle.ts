import type { HeldReason } from "../model/held.ts";
import type { Quota } from "../model/quota.ts";
import type { Target } from "../model/target.ts";
import { asHeld } from "../policy/plan/as-held.ts";
import { idleUntil, spreadUntil } from "../policy/plan/idle.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import type { TargetItem } from "../ports.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/** Why nothing that is pending can go, as far as the target's own item shows. */
export type Idle = {
  readonly reason: HeldReason;
  /** Ms of the epoch; Infinity = until an event. */
  readonly until: number;
  /** When (ms) the sweep looks at the target, as the table has it. */
  readonly recorded: number | undefined;
  /** What is pending was looked into before, and the log was told what holds it: it need not be loaded. */
  readonly isTold: boolean;
};

/** What makes a target idle, without loading what is pending: only what is critical is looked for. Undefined where it is not. */
export async function findIdle(
  target: Target,
  item: TargetItem | undefined,
  rulesFor: (quota: Quota) => Promise<PlanRules>,
  now: number,
  { store }: Pick<DeliverPorts, "store">,
): Promise<Idle | undefined> {
  if (!item) return undefined;
  const known = { ...item, state: asHeld(target, item.state) };
  const rules = await rulesFor(item.quota);
  const { mutedUntil = 0, dueAt, heldFor = [] } = item.state;
  const idle = (reason: HeldReason, until: number): Idle => ({
    reason,
    until,
    recorded: dueAt,
    isTold: heldFor.includes(reason),
  });
  const until = idleUntil(known, rules, now);
  if (until !== undefined) return idle(mutedUntil >= until ? "mute" : "quota", until);
  const from = spreadUntil(target, known, rules, now);
  return from === undefined || (await store.hasCritical(target)) ? undefined : idle("spread", from);
}
