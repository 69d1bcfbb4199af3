import { second } from "../base/time.ts";
import type { Target } from "../model/target.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/** Between two looks for word that something came: what is urgent waits no longer for the others. */
const lookEvery = second;

/**
 * Waits until `until` (ms), under the lease, for more that tells the same act as what could go now: in AWS nobody else would
 * look before the next sweep. Word that someone leaves meanwhile ends it; `seen`, also in the answer, is the last that was
 * taken notice of. `not` = nothing is waited for, for want of a reason or of time, or since a sender waits for this pass.
 */
export async function awaitSiblings(
  target: Target,
  { until, seen }: { readonly until: number | undefined; readonly seen: string },
  deadline: number,
  { store, clock, isAwaited, wokenMeanwhile }: DeliverPorts,
): Promise<{ readonly seen: string } | "not"> {
  if (until === undefined || isAwaited || until + minSendTime > deadline) return "not";
  for (let left = until - clock.now().getTime(); left > 0; left -= lookEvery) {
    await clock.wait(Math.min(left, lookEvery));
    if (wokenMeanwhile?.(target)) return { seen };
    const word = await store.readWord(target);
    if (word !== undefined && word !== seen) return { seen: word };
  }
  return { seen };
}
