import type { Audit } from "../ports.ts";
import { equals } from "./condition.ts";
import { textOf } from "./item.ts";
import { auditKey, deliveryKey } from "./keys.ts";
import { readTarget, type Target, targetName } from "../model/target.ts";
import type { Table } from "./table.ts";

/** Remembers which deliveries a message in audit tells, and what was spent on it, until QQ's audit event. */
export async function recordAudit(table: Table, id: string, audit: Audit, expiresAt: number): Promise<void> {
  const { target, deliveries, spent } = audit;
  await table.put({
    ...auditKey(id),
    target: targetName(target),
    deliveries,
    spent: JSON.stringify(spent),
    expiresAt,
  });
}

/** Settles what was in audit; answers what was spent, once: a repeat of QQ's event finds nothing left to settle. */
export async function settleAudit(
  table: Table,
  id: string,
  passed: boolean,
  messageId: string | undefined,
): Promise<Audit | undefined> {
  const item = await table.get(auditKey(id));
  const target = readTarget(textOf(item?.["target"]));
  if (!item || !target) return undefined;
  const deliveries = Array.isArray(item["deliveries"]) ? item["deliveries"].map(textOf) : [];
  const settled = await Promise.all(
    deliveries.map((delivery) => settleOne(table, target, delivery, passed, messageId)),
  );
  return settled.some(Boolean) ? { target, deliveries, spent: JSON.parse(textOf(item["spent"])) } : undefined;
}

const settleOne = (table: Table, target: Target, id: string, passed: boolean, messageId: string | undefined) =>
  table.update({
    key: deliveryKey(target, id),
    set: { state: passed ? "sent" : "failed", ...(messageId !== undefined && { messageId }) },
    when: equals("state", "in-audit"),
  });
