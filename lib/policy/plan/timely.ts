import type { Delivery } from "../../model/delivery.ts";
import { threadOf } from "./fold.ts";
import type { createPushTimes } from "./push-times.ts";
import type { Urgency } from "./urgency.ts";

/** A notice that may be pushed by its route's times, and from when (ms) by the pace of its conversation too. */
export type Timely = { readonly delivery: Delivery; readonly from: number };

/**
 * What has to wait, and until when (`moments`). Of a thread of which something waits all that comes after it waits too, so that
 * its order is kept: each time that its notices are gone through in order has a holding of its own.
 */
export type Holding = ReturnType<typeof createHolding>;

export function createHolding(moments: number[]) {
  const threads = new Set<string | undefined>();
  return {
    hold: (delivery: Delivery, until: number) => {
      moments.push(until);
      threads.add(threadOf(delivery));
    },
    isFree: (delivery: Delivery) => threadOf(delivery) === undefined || !threads.has(threadOf(delivery)),
  };
}

/** The notices that their routes let go at this time of day and that wait for no retry, the most urgent first; the others are held. */
export function findTimely(
  ready: readonly Delivery[],
  timesOf: ReturnType<typeof createPushTimes>,
  urgency: Urgency,
  { hold, isFree }: Holding,
  now: number,
): readonly Timely[] {
  const timely: Timely[] = [];
  for (const delivery of urgency.sort(ready.filter((each) => !each.answers))) {
    const { own, from } = timesOf(delivery, urgency.isCritical(delivery));
    const retry = delivery.notBefore ?? 0;
    if (Math.max(own, retry) > now) hold(delivery, Math.max(from, retry));
    else if (isFree(delivery)) timely.push({ delivery, from });
  }
  return timely;
}
