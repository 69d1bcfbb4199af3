import type { HeldReason } from "../model/held.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import { asHeld } from "../policy/plan/as-held.ts";
import { heldBy } from "../policy/plan/held.ts";
import { heldTogether, reasonsOf } from "../policy/plan/held-together.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import type { Log } from "../ports.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { logHeld } from "./log-held.ts";
import type { Left, Stop } from "./note-rest.ts";
import { withChange } from "./with-change.ts";

/** A target at rest: what the plan was made by, and what else is known of its rest. */
type AtRest = {
  readonly standing: Standing;
  readonly rules: PlanRules;
  /** Until when (ms) the breaker lets nothing go; a time that has come = it does. */
  readonly openUntil: number;
  /** Why the target's own item showed that nothing can go, where it did. */
  readonly idle: HeldReason | undefined;
};

/**
 * Tells the log what holds deliveries, each thing once for as long as it does: what was told lies on the target's item, and
 * changes with the write that lets the lease go. The answer is that change.
 */
function noteHeld({ standing, rules, openUntil, idle }: AtRest, now: number, log: Log): StateChange {
  const { target, deliveries, state } = standing;
  const told = new Set(state.heldFor);
  const all = heldTogether(deliveries, heldBy(standing, { openUntil }, rules, now));
  for (const { key, reason, until, deliveries: held } of all)
    if (!told.has(key)) logHeld({ reason, until, deliveries: held }, target, log);
  // One that is idle again is not looked into again, whatever holds each.
  const looked = idle !== undefined && deliveries.length > 0 ? [idle] : [];
  const keys = [...new Set([...all.map(({ key }) => key), ...looked])];
  if (keys.length === told.size && keys.every((key) => told.has(key))) return {};
  return { heldFor: keys.length > 0 ? keys : null };
}

/** Takes note of what a plan left. What the breaker holds is asked for only where a try came to nothing. */
export async function noteLeft(
  standing: Standing,
  { planned, next, idle }: Left,
  rules: PlanRules,
  { breaker, clock, log }: DeliverPorts,
): Promise<StateChange> {
  const over = new Set([...planned.finish, ...planned.spills].map(({ delivery }) => delivery.id));
  const deliveries = standing.deliveries.filter(({ id }) => !over.has(id));
  const openUntil = deliveries.some(({ attempts }) => attempts > 0) ? await breaker.readOpenUntil() : 0;
  const left = { ...standing, deliveries, state: withChange(standing.state, { dueAt: next ?? null }) };
  return noteHeld({ standing: left, rules, openUntil, idle: idle?.reason }, clock.now().getTime(), log);
}

/** Takes note of why a pass stopped: it looks once at what that left, and not again while that goes on. */
export async function noteStopped(
  { target, state }: Pick<Standing, "target" | "state">,
  { change, next, pauses }: Stop & { readonly pauses: NonNullable<Stop["pauses"]> },
  rules: PlanRules,
  { store, breaker, clock, log }: DeliverPorts,
): Promise<StateChange> {
  if (reasonsOf(state.heldFor ?? []).includes(pauses)) return {};
  const now = clock.now().getTime();
  const loaded = await store.load(target, now);
  const standing = { ...loaded, state: withChange(asHeld(target, loaded.state), { ...change, dueAt: next }) };
  return noteHeld({ standing, rules, openUntil: await breaker.readOpenUntil(), idle: undefined }, now, log);
}
