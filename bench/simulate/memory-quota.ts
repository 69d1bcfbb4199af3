import type { Claim } from "../../lib/model/claim.ts";
import type { Quota } from "../../lib/model/quota.ts";
import type { Charge } from "../../lib/model/charge.ts";
import { unreachable } from "../../lib/base/unreachable.ts";
import { counterKey } from "../../lib/policy/quota/quota.ts";

/** The counters after one unit of each take, or of none: what the table's one conditional write does. */
export function spendAll(quota: Quota, charges: readonly Charge[], claim: Claim | undefined): Quota | "closed" {
  let left = quota;
  for (const take of charges) {
    const spent = spendOne(left, take);
    if (spent === "closed") return "closed";
    left = spent;
  }
  return claim === undefined ? left : { ...left, claim };
}

function spendOne(quota: Quota, take: Charge): Quota | "closed" {
  switch (take.kind) {
    case "count": {
      const key = counterKey(take.rule, take.period);
      const used = quota.used[key] ?? 0;
      return used >= take.max ? "closed" : { ...quota, used: { ...quota.used, [key]: used + 1 } };
    }
    case "recent":
      return String(quota.recent[take.rule] ?? []) === String(take.seen)
        ? { ...quota, recent: { ...quota.recent, [take.rule]: take.next } }
        : "closed";
    case "distinct": {
      const key = counterKey(take.rule, take.period);
      const told = quota.told[key] ?? [];
      if (told.includes(take.member)) return quota;
      return told.length >= take.max ? "closed" : { ...quota, told: { ...quota.told, [key]: [...told, take.member] } };
    }
    default:
      return unreachable(take);
  }
}

/** Only calendar counters go back, as in the table: a second or a minute is over soon enough. */
export const refundAll = (quota: Quota, charges: readonly Charge[]): Quota => ({
  ...quota,
  used: {
    ...quota.used,
    ...Object.fromEntries(
      charges.flatMap((take) => {
        if (take.kind !== "count") return [];
        const key = counterKey(take.rule, take.period);
        return [[key, Math.max(0, (quota.used[key] ?? 0) - 1)]];
      }),
    ),
  },
});
