import { second } from "../base/time.ts";
import type { Rule } from "../model/limits.ts";
import type { Quota } from "../model/quota.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";
import { chargesOf, roomOf } from "../policy/quota/quota.ts";
import { slotName, type SlidingRule } from "../policy/quota/sliding.ts";
import { type Asker, takeTurn, type Turn } from "../policy/quota/turn.ts";
import type { QuotaOwner } from "../ports.ts";
import type { Charging, Taken } from "./charging.ts";
import { backOff } from "./back-off.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/** A turn that comes within this time (ms) is waited for with the target's lease in hand; for a later one others may have it. */
const shortWait = 1.5 * second;

/** So far ahead (ms) a deliverer waits; whose turn is later comes back when it is as near. */
const reach = 15 * second;

/** Time (ms) to take the lease once more and look at the target, when its turn has come. */
const comeBack = second / 2;

type OwnerRules = { readonly sliding: readonly SlidingRule[]; readonly calendar: readonly Rule[] };

type Closed = Extract<Taken, { readonly kind: "closed" }>;

/**
 * Takes its turn under sliding rules that targets share: at once, or after a wait. `closed` with `turnAt`: it has a place in the
 * line, and its wait is long.
 */
export async function waitForTurn(
  owner: QuotaOwner,
  { sliding, calendar }: OwnerRules,
  charging: Charging,
  { store, clock, random, rules: { quotaZone } }: DeliverPorts,
): Promise<Taken> {
  for (let lost = 0; ;) {
    const now = clock.now().getTime();
    const quota = await store.readQuota(owner);
    const closed = findClosed(quota, { sliding, calendar }, charging, quotaZone, now);
    if (closed) return closed;
    const asker = askerOf(charging, now);
    const turn = takeTurn(quota, sliding, asker, now);
    if (isTooLate(turn, asker)) return close(charging, Math.max(now + second, turn.at - reach));
    if (turn.kind === "begin" || turn.kind === "book") {
      const charges = [
        ...turn.charges,
        ...(turn.kind === "begin" ? calendarCharges(quota, calendar, charging, quotaZone, now) : []),
      ];
      const isSpent = (await store.spend(owner, charges, now)) === "spent";
      if (isSpent && turn.kind === "begin") return { kind: "taken", charges, at: now };
      if (!isSpent) {
        lost += 1;
        await clock.wait(backOff(lost, random()));
        continue;
      }
    }
    if (turn.at - now > shortWait) return { ...close(charging, turn.at), turnAt: turn.at };
    await clock.wait(Math.max(1, turn.at - now));
  }
}

const isTooLate = ({ kind, at }: Turn, { latest }: Asker): boolean =>
  kind === "late" || (kind === "wait" && at > latest);

/** What QQ closed, what a calendar's rule has used up, and a deadline that is too near for a send. */
function findClosed(
  quota: Quota,
  { sliding, calendar }: OwnerRules,
  charging: Charging,
  quotaZone: string,
  now: number,
): Closed | undefined {
  if (now + minSendTime > charging.until) return close(charging, now + 1);
  const closed = Math.max(0, ...sliding.map(({ id }) => quota.closed[id] ?? 0));
  if (closed > now) return { kind: "closed", change: { sharedClosedUntil: closed } };
  const { left, opensAt } = roomOf(quota, calendar, quotaZone, now);
  return left < 1 ? close(charging, opensAt) : undefined;
}

const calendarCharges = (
  quota: Quota,
  calendar: readonly Rule[],
  { target, until, claim }: Charging,
  quotaZone: string,
  now: number,
) => chargesOf(quota, calendar, target, quotaZone, { now, until, by: claim });

/** What is critical passes those that wait: it may ask whatever they were told. */
const close = ({ isUrgent }: Charging, until: number): Closed => ({
  kind: "closed",
  change: isUrgent ? { sharedClosedUntil: until } : { sharedKeptUntil: until },
});

const askerOf = ({ target, claim, until, isUrgent }: Charging, now: number): Asker => ({
  by: slotName(target.id),
  claim: slotName(claim),
  isUrgent,
  until,
  latest: Math.min(now + reach, until - minSendTime - comeBack),
});
