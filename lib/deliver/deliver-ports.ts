import type { BreakerGate } from "./breaker.ts";
import type { LimitsGate } from "./limits-gate.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Language } from "../model/language.ts";
import type { Routes } from "../model/route.ts";
import type { Target } from "../model/target.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import type {
  Audits,
  Bindings,
  Clock,
  Deliveries,
  Leases,
  Log,
  Media,
  OpenDm,
  Counted,
  Qq,
  Quotas,
  Standings,
  Wake,
  Windows,
} from "../ports.ts";
import type { Style } from "../render/style/style.ts";

/** What the delivering line needs. */
export type DeliverPorts = {
  readonly store: Deliveries & Leases & Standings & Windows & Quotas & Audits & Counted & Bindings;
  readonly qq: Qq;
  readonly breaker: BreakerGate;
  readonly limits: LimitsGate;
  readonly openDm: OpenDm;
  readonly media: Media;
  readonly clock: Clock;
  /** 0 … 1, for jitter. */
  readonly random: () => number;
  readonly newId: () => string;
  readonly log: Log;
  /** Those that a relay begins with; within a pass, those in force for its target. */
  readonly rules: PlanRules;
  readonly routes: Routes;
  readonly wake: Wake;
  /** Takes a wake-up of the target that waits for this pass in its own process, where there is one. */
  readonly wokenMeanwhile?: (target: Target) => boolean;
  /** A sender waits for what is delivered: nothing waits for what may yet come. */
  readonly isAwaited?: true;
  readonly language: Language;
  /** How a message that tells these deliveries is to look. */
  readonly styleOf: (deliveries: readonly Delivery[]) => Style;
};
