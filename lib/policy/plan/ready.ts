import type { Delivery } from "../../model/delivery.ts";
import type { TargetState } from "../../model/standing.ts";
import { threadOf } from "./fold.ts";

/** Which deliveries may go now as far as they themselves are concerned, and when (ms) the others may. */
export type Readiness = { readonly ready: readonly Delivery[]; readonly moments: readonly number[] };

/** Leaves out what waits for a retry or is muted, and whatever of a thread comes after such a one. In order of arrival. */
export function readyNow(waiting: readonly Delivery[], state: TargetState, now: number): Readiness {
  const blocked = new Set<string>();
  const moments: number[] = [];
  const ready = waiting.filter((delivery) => {
    const thread = threadOf(delivery);
    const from = Math.max(delivery.notBefore ?? 0, mutedUntil(delivery, state));
    if (from > now) moments.push(from);
    const isReady = from <= now && (thread === undefined || !blocked.has(thread));
    if (!isReady && thread !== undefined) blocked.add(thread);
    return isReady;
  });
  return { ready, moments };
}

/** A mute holds back notices, not the answers to what someone just asked. */
const mutedUntil = ({ route, answers }: Delivery, { mutedUntil: all = 0, mutes = {} }: TargetState): number =>
  answers ? 0 : Math.max(all, mutes[route] ?? 0);
