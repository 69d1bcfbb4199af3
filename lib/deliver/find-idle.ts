import type { HeldReason } from "../model/held.ts";
import type { Target } from "../model/target.ts";
import { asHeld } from "../policy/plan/as-held.ts";
import { idleUntil, spreadUntil } from "../policy/plan/idle.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import type { TargetItem } from "../ports.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/** Why nothing that is pending can go, as far as the target's own item shows, and until when (ms; Infinity = until an event). */
export type Idle = { readonly reason: HeldReason; readonly until: number };

/** What makes a target idle, without loading what is pending: only what is critical is looked for. Undefined where it is not. */
export async function findIdle(
  target: Target,
  item: TargetItem,
  rules: PlanRules,
  now: number,
  { store }: Pick<DeliverPorts, "store">,
): Promise<Idle | undefined> {
  const known = { ...item, state: asHeld(target, item.state) };
  const idle = idleUntil(known, rules, now);
  if (idle !== undefined) return { reason: (item.state.mutedUntil ?? 0) >= idle ? "mute" : "quota", until: idle };
  const until = spreadUntil(target, known, rules, now);
  return until === undefined || (await store.hasCritical(target)) ? undefined : { reason: "spread", until };
}
