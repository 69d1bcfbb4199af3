import { defined } from "../../lib/base/defined.ts";
import type { Delivery } from "../../lib/model/delivery.ts";
import { emptyQuota, type Quota } from "../../lib/model/quota.ts";
import type { Settlement } from "../../lib/model/settlement.ts";
import type { TargetState } from "../../lib/model/standing.ts";
import type { Target } from "../../lib/model/target.ts";
import type { ReplyWindow } from "../../lib/model/window.ts";
import type { QuotaOwner, Store } from "../../lib/ports.ts";
import { refundAll, spendAll } from "./memory-quota.ts";
import { uncalled } from "./uncalled.ts";

/** One target's part of the table, and what the simulation wants to see of it. */
export type Memory = {
  readonly store: Store;
  readonly all: () => readonly Delivery[];
  readonly dueAt: () => number | undefined;
  /** Deliveries of the claim that was recorded last: those that the next message to QQ tells. */
  readonly claimed: () => readonly Delivery[];
};

/** Stands in for the table where one deliverer works on one target: what is left out of it is never called. */
export function openMemory(target: Target): Memory {
  const deliveries = new Map<string, Delivery>();
  const pending = new Map<string, Delivery>();
  const quotas = new Map<string, Quota>();
  let windows: readonly ReplyWindow[] = [];
  let state: TargetState = {};
  let claimed: readonly string[] = [];
  const nameOf = (owner: QuotaOwner) => (owner.kind === "target" ? "target" : JSON.stringify(owner));
  const quotaOf = (owner: QuotaOwner) => quotas.get(nameOf(owner)) ?? emptyQuota;
  const item = () => ({ state, quota: quotaOf({ kind: "target", target }) });
  const put = (delivery: Delivery) => {
    deliveries.set(delivery.id, delivery);
    if (delivery.state === "pending") pending.set(delivery.id, delivery);
    else pending.delete(delivery.id);
  };
  const store: Store = {
    ...uncalled,
    enlist: async (delivery) => {
      if (deliveries.has(delivery.id)) return "repeated";
      put(delivery);
      return "enlisted";
    },
    takeLease: async () => ({ ...item(), windowsUntil: Number.POSITIVE_INFINITY }),
    releaseLease: async (_target, _holder, _until, change) => {
      const changed = Object.entries({ ...state, ...defined(change) }).filter(([, value]) => value !== null);
      state = Object.fromEntries(changed);
      return "released";
    },
    load: async () => ({ target, deliveries: [...pending.values()], windows, ...item() }),
    openWindow: async (_target, window) => {
      windows = [...windows.filter(({ closesAt }) => closesAt > window.openedAt), { ...window, used: 0 }];
      return "opened";
    },
    claimReply: async (_target, anchor, claim, times, seq) => {
      const window = windows.find((each) => each.anchor.id === anchor.id);
      if (!window || window.used >= (times ?? Number.POSITIVE_INFINITY)) return "closed";
      const taken = seq ?? window.used + 1;
      const permit = { kind: "reply", anchor, seq: taken } as const;
      const after = { ...window, used: Math.max(window.used, taken), claim: { ...claim, permit } };
      windows = windows.map((each) => (each === window ? after : each));
      claimed = claim.deliveries;
      return { seq: taken };
    },
    spend: async (owner, charges, _now, claim) => {
      const spent = spendAll(quotaOf(owner), charges, claim);
      if (spent === "closed") return "closed";
      quotas.set(nameOf(owner), spent);
      if (claim) claimed = claim.deliveries;
      return "spent";
    },
    refund: async (owner, charges, unclaim) => {
      const { claim, ...quota } = refundAll(quotaOf(owner), charges);
      quotas.set(nameOf(owner), { ...quota, ...(claim && !unclaim && { claim }) });
    },
    readQuota: async (owner) => quotaOf(owner),
    settle: async (_target, settlements) => {
      for (const settlement of settlements) {
        const delivery = pending.get(settlement.id);
        if (delivery) put(settled(delivery, settlement));
      }
    },
    writePage: async () => undefined,
  };
  return {
    store,
    all: () => [...deliveries.values()],
    dueAt: () => state.dueAt,
    claimed: () => claimed.flatMap((id) => deliveries.get(id) ?? []),
  };
}

function settled({ notBefore: _notBefore, permit: _permit, ...rest }: Delivery, settlement: Settlement): Delivery {
  return { ...rest, ...defined(settlement) };
}
