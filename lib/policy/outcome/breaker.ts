import { minute, second } from "../../base/time.ts";
import type { Breaker } from "../../model/breaker.ts";
import type { Outcome } from "../../model/outcome.ts";

/** One or two may be chance, or about the message. */
const tolerated = 2;

/** Short, since a reply window of five minutes should not pass by unused once QQ is back. */
const waits = [30 * second, minute, 2 * minute] as const;

/** How long (ms) the one probe may take before another may be sent. */
export const probeTime = 30 * second;

/**
 * Whether a send ended as when QQ is out of order: no connection, no answer, or an error of the server's. A code of QQ's
 * about a message or its picture (304082) is an answer, whatever it is.
 */
export function isOutage(outcome: Outcome): boolean {
  const { status, code } = outcome.answer;
  const isServers = status !== undefined && status >= 500;
  if (outcome.kind === "unsure") return isServers || code === undefined;
  return outcome.kind === "refused" && outcome.as === "again" && (isServers || status === undefined);
}

/** Whether sends wait for a probe, or for what one finds out. */
export const isTripped = ({ failures }: Breaker): boolean => failures > tolerated;

/** How long (ms) a breaker opens after so many failures in a row: from the third on, for longer each time. */
export function outageWait(breaker: Breaker): number {
  if (!isTripped(breaker)) return 0;
  return waits[Math.min(breaker.failures - tolerated, waits.length) - 1] ?? minute;
}
