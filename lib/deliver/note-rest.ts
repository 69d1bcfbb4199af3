import type { StateChange } from "../model/settlement.ts";
import type { Plan } from "../model/plan.ts";
import type { Standing } from "../model/standing.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import type { Idle } from "./find-idle.ts";

/** How a plan left what it did not send. */
export type Left = {
  readonly planned: Pick<Plan, "finish" | "spills">;
  /** When (ms) the target is looked at again. */
  readonly next: number | undefined;
  readonly idle: Pick<Idle, "reason"> | undefined;
};

/** Takes note of what a plan left, where it left anything: what knows why it waits is loaded then. */
export async function noteRest(
  standing: Standing,
  left: Left,
  rules: PlanRules,
  ports: DeliverPorts,
): Promise<StateChange> {
  if (standing.deliveries.length === 0 && standing.state.heldFor === undefined) return {};
  const { noteLeft } = await import("./held.ts");
  return noteLeft(standing, left, rules, ports);
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

/** Takes note of why a pass stopped, where that is more than its turn. */
export async function noteStop(
  standing: Standing,
  stop: Stop,
  rules: PlanRules,
  ports: DeliverPorts,
): Promise<StateChange> {
  if (!stop.pauses) return {};
  const { noteStopped } = await import("./held.ts");
  return noteStopped(standing, { ...stop, pauses: stop.pauses }, rules, ports);
}
