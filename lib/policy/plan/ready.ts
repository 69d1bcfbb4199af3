import type { Delivery } from "../../model/delivery.ts";
import type { TargetState } from "../../model/standing.ts";
import type { ReplyWindow } from "../../model/window.ts";
import { threadOf } from "./fold.ts";
import { mutedUntil } from "./muted.ts";

/** Which deliveries may go now as far as they themselves are concerned, and when (ms) the others may. */
export type Readiness = { readonly ready: readonly Delivery[]; readonly moments: readonly number[] };

/**
 * Leaves out what waits for a retry or is muted, and whatever of a thread comes after such a one. In order of arrival. A
 * window that opened after the try that led to a wait voids it, for replies: a push still has to wait.
 */
export function readyNow(
  waiting: readonly Delivery[],
  state: TargetState,
  windows: readonly ReplyWindow[],
  isCritical: (delivery: Delivery) => boolean,
  now: number,
): Readiness {
  const newest = Math.max(0, ...windows.map(({ openedAt }) => openedAt));
  const blocked = new Set<string>();
  const moments: number[] = [];
  const ready = waiting.filter((delivery) => {
    const thread = threadOf(delivery);
    const from = Math.max(waitOf(delivery, newest), mutedUntil(delivery, isCritical(delivery), state));
    if (from > now) moments.push(from);
    const isReady = from <= now && (thread === undefined || !blocked.has(thread));
    if (!isReady && thread !== undefined) blocked.add(thread);
    return isReady;
  });
  return { ready, moments };
}

/** Until when (ms) a retry waits, where the newest open window opened at `newest`. */
export const waitOf = ({ notBefore = 0, waitsFrom }: Delivery, newest: number): number =>
  waitsFrom !== undefined && newest > waitsFrom ? 0 : notBefore;
