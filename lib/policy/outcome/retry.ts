import type { Outcome } from "../../model/outcome.ts";
import type { Wire } from "../../model/scene.ts";
import type { Permit } from "../../model/permit.ts";
import { minute, second } from "../../base/time.ts";

/** Waits between tries within one call, for a passing fault (304082, 304083 …): the tries after the first. */
const atOnce = [300, 600, 1_200] as const;

/** Waits between calls; the last one stays, until the delivery is older than its route's `maxAge`. */
const later = [0.5, 1, 2, 5, 10, 30, 60, 120].map((minutes) => minutes * minute);

/** What was lost may have arrived, and would be told twice: these waits are longer. */
const afterLoss = [1, 10, 60, 180].map((minutes) => minutes * minute);

/** Half to all of a wait, so that many targets do not come back in one moment. `random` is 0 … 1. */
const jitter = (ms: number, random: number): number => Math.round(ms * (0.5 + random / 2));

/**
 * How long (ms) to wait before the same body goes out again in this call; undefined = not in this call. `tries` counts
 * the sends so far. A reply whose answer was lost goes out again at once too, where QQ deduplicates it (v2).
 */
export function waitAtOnce(
  outcome: Outcome,
  tries: number,
  permit: Permit,
  wire: Wire,
  random: number,
): number | undefined {
  const wait = atOnce[tries - 1];
  if (wait === undefined) return undefined;
  if (outcome.kind === "unsure") return permit.kind === "reply" && wire === "v2" ? jitter(wait, random) : undefined;
  if (outcome.kind !== "refused" || (outcome.once && tries > 1)) return undefined;
  if (outcome.as === "again" || outcome.as === "media") return jitter(wait, random);
  return outcome.as === "rate" && wire === "guild" ? second + jitter(wait, random) : undefined;
}

const waitOf = (waits: readonly number[], attempts: number, random: number): number =>
  jitter(waits[Math.min(attempts, waits.length) - 1] ?? minute, random);

/** How long (ms) a refused delivery waits in the outbox after its `attempts`-th call. */
export const waitInOutbox = (attempts: number, random: number): number => waitOf(later, attempts, random);

/** The same after a proactive send, or a reply that QQ does not deduplicate, whose answer was lost. */
export const waitAfterLoss = (attempts: number, random: number): number => waitOf(afterLoss, attempts, random);
