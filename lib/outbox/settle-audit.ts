import type { Settlement } from "../model/settlement.ts";
import { settleTold } from "../policy/outcome/verdict.ts";
import type { Audit, AuditEnd, Counted, Deliveries, Log, Quotas } from "../ports.ts";
import { refundAll } from "./refund.ts";

/**
 * Settles what a message in audit tells, as its audit ended: a message that passed has told it; one that was rejected gives
 * back what was spent, and is about one of those that it told: they go out in smaller messages, until one stands alone.
 */
export async function settleAudit(
  auditId: string,
  audit: Audit,
  { passed, messageId }: AuditEnd,
  now: number,
  ports: { readonly store: Deliveries & Quotas & Pick<Counted, "endPage">; readonly log: Log },
): Promise<void> {
  const { target, deliveries, counted, spent, claim } = audit;
  const settlements = deliveries.map((id): Settlement => {
    const left = { id, auditId, attempts: 1, from: "in-audit" as const };
    if (passed)
      return {
        state: "sent",
        ...left,
        ...settleTold(id, { summed: [], counted }),
        ...(messageId !== undefined && { messageId }),
      };
    if (deliveries.length === 1) return { ...left, state: "failed", last: { at: now, note: "rejected by QQ's audit" } };
    return {
      ...left,
      state: "pending",
      maxTogether: Math.ceil(deliveries.length / 2),
      last: { at: now, note: "its message was rejected by QQ's audit" },
    };
  });
  await ports.store.settle(target, settlements, now);
  for (const { id, state } of settlements)
    if (state === "failed") await ports.store.endPage(target, id, "refused", now);
  if (!passed) await refundAll(spent, claim, ports);
  ports.log("info", "audit", { passed, notices: deliveries.length, scene: target.scene });
}
