import type { Delivery } from "../model/delivery.ts";
import type { HeldReason } from "../model/held.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Plan } from "../model/plan.ts";
import type { Standing } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import { asHeld } from "../policy/plan/as-held.ts";
import { heldBy } from "../policy/plan/held.ts";
import { heldTogether, reasonsOf } from "../policy/plan/held-together.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import { targetMark } from "../policy/forecast/target-mark.ts";
import type { Log } from "../ports.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import type { Idle } from "./find-idle.ts";
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

/** How a plan left what it did not send. */
type Left = {
  readonly planned: Pick<Plan, "finish" | "spills">;
  /** When (ms) the target is looked at again. */
  readonly next: number | undefined;
  readonly idle: Pick<Idle, "reason"> | undefined;
};

/** Takes note of what a plan left. What the breaker holds is asked for only where a try came to nothing. */
export async function noteRest(
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

/** A pass that stopped with something left to send. */
export type Stop = {
  /** Until when (ms) nothing goes. */
  readonly next: number;
  /** What it waits for, where that is not its turn, or the next call. */
  readonly pauses?: "breaker" | "retry";
  /** What the pass changes of the target. */
  readonly change: StateChange;
};

/** Takes note of why a pass stopped: it looks once at what that left, and not again while that goes on. */
export async function noteStop(
  { target, state }: Pick<Standing, "target" | "state">,
  { change, next, pauses }: Stop,
  rules: PlanRules,
  { store, breaker, clock, log }: DeliverPorts,
): Promise<StateChange> {
  if (!pauses || reasonsOf(state.heldFor ?? []).includes(pauses)) return {};
  const now = clock.now().getTime();
  const loaded = await store.load(target, now);
  const standing = { ...loaded, state: withChange(asHeld(target, loaded.state), { ...change, dueAt: next }) };
  return noteHeld({ standing, rules, openUntil: await breaker.readOpenUntil(), idle: undefined }, now, log);
}

/** Deliveries that a line names: more are only counted. */
const maxNamed = 20;

type Holding = {
  readonly reason: HeldReason;
  /** Ms of the epoch. */
  readonly until: number | undefined;
  readonly deliveries: readonly Delivery[];
};

/** Why deliveries are held, and until when the first of them is. */
export function logHeld({ reason, until, deliveries }: Holding, target: Target, log: Log): void {
  log("info", "held", {
    scene: target.scene,
    target: targetMark(target),
    reason,
    ...(until !== undefined && { until: new Date(until).toISOString() }),
    routes: [...new Set(deliveries.map(({ route }) => route))],
    notices: deliveries.length,
    deliveries: deliveries.slice(0, maxNamed).map(({ id }) => id),
  });
}
