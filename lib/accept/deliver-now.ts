import type { AcceptPorts } from "./accept-ports.ts";
import type { Target } from "../model/target.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";

/** Pauses (ms) before another look at a target that someone else delivers to; longer each time, for a burst of senders. */
const pauses = [100, 200, 400, 800, 1_600] as const;

/**
 * Delivers before the sender is answered. Whoever holds the target has been told to look again, and mostly takes this
 * delivery along: then its end is waited for, as long as there would still be time for a send of our own.
 */
export async function deliverNow(
  { id, target }: { readonly id: string; readonly target: Target },
  until: number,
  { store, clock, deliver }: AcceptPorts,
): Promise<void> {
  for (const pause of pauses) {
    if ((await deliver(target, until)) === "done") return;
    if (clock.now().getTime() + pause + minSendTime > until) return;
    await clock.wait(pause);
    if ((await store.readDelivery(target, id))?.state !== "pending") return;
  }
}
