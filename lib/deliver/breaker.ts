import { second } from "../base/time.ts";
import { type Breaker, closedBreaker } from "../model/breaker.ts";
import type { Outcome } from "../model/outcome.ts";
import { isOutage, isTripped, outageWait, probeTime } from "../policy/outcome/breaker.ts";
import type { Breakers, Log } from "../ports.ts";

/** The bot's breaker as one process sees it. */
export type BreakerGate = {
  /** Until when (ms) nothing may go to QQ; `now` or earlier = it may. Where a probe is due, the asker is the one to send it. */
  readonly openUntil: (now: number) => Promise<number>;
  /** Until when (ms) nothing may go, as all know it: asks for no probe. */
  readonly readOpenUntil: () => Promise<number>;
  /** Takes note of how a send ended. */
  readonly note: (outcome: Outcome, now: number) => Promise<void>;
};

/** What was read is believed for so long (ms): a busy process reads seldom, and one that slept learns of an outage at once. */
const fresh = 10 * second;

/**
 * The gate before every send. It writes only when something changes, so that a relay whose QQ is well pays one small read
 * for many sends. Many gates share a breaker: none overwrites what the others learnt by what it knew before.
 */
export function createBreaker({ store, log }: { readonly store: Breakers; readonly log: Log }): BreakerGate {
  let known = closedBreaker;
  let readAt = Number.NEGATIVE_INFINITY;

  const read = async (now: number): Promise<Breaker> => {
    known = await store.readBreaker();
    readAt = now;
    return known;
  };

  const fail = async (now: number): Promise<void> => {
    const counted = await store.countFailure();
    known = counted;
    readAt = now;
    if (!isTripped(counted)) return;
    const until = now + outageWait(counted);
    if (await store.openBreaker(counted, until)) known = { ...counted, openUntil: until };
    if (!isTripped({ ...counted, failures: counted.failures - 1 }))
      log("warn", "breaker", { open: true, failures: counted.failures });
    log("warn", "outage", { failures: counted.failures, forMs: known.openUntil - now });
  };

  const recover = async (): Promise<void> => {
    const seen = known;
    const closed = await store.closeBreaker(seen);
    known = closedBreaker;
    if (!closed) readAt = Number.NEGATIVE_INFINITY;
    else if (isTripped(seen)) log("warn", "breaker", { open: false, failures: 0 });
  };

  return {
    openUntil: async (now) => {
      if (now < readAt + fresh && (!isTripped(known) || known.openUntil > now)) return known.openUntil;
      const seen = await read(now);
      if (!isTripped(seen) || seen.openUntil > now) return seen.openUntil;
      const until = now + probeTime;
      if (!(await store.takeProbe(seen, until))) return (await read(now)).openUntil;
      known = { ...seen, openUntil: until };
      return now;
    },
    readOpenUntil: async () => (await store.readBreaker()).openUntil,
    note: async (outcome, now) => {
      if (isOutage(outcome)) return fail(now);
      if (known.failures > 0) await recover();
    },
  };
}
