import type { Charge } from "../model/charge.ts";
import type { Quota } from "../model/quota.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Target } from "../model/target.ts";

/** Who asks for a unit of what targets share. */
export type Charging = {
  readonly target: Target;
  /** The target's own counters. */
  readonly quota: Quota;
  /** Id of the claim. */
  readonly claim: string;
  /** When (ms) it was planned: all its units count by one moment, unless it has to wait for its turn. */
  readonly at: number;
  /** When (ms) QQ has it at the latest. */
  readonly until: number;
  readonly isUrgent: boolean;
  /** So much is left for what is critical. */
  readonly reserve: number;
};

/** `at` (ms): the moment that the units count by. `turnAt` (ms): it has its turn then. */
export type Taken =
  | { readonly kind: "taken"; readonly charges: readonly Charge[]; readonly at: number }
  | { readonly kind: "closed"; readonly change: StateChange; readonly turnAt?: number };
