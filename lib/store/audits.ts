import { readTarget, targetName } from "../model/target.ts";
import type { Audit, AuditEnd } from "../ports.ts";
import { asText, asTexts, optional } from "./decode.ts";
import { textOf } from "./item.ts";
import { auditKey } from "./keys.ts";
import type { Table } from "./table.ts";

/**
 * Remembers which deliveries a message in audit tells, and what was spent on it, until QQ's audit event; what is remembered
 * already stays. The event may have come before: then its end is the answer, and whoever sent the message settles it.
 */
export async function recordAudit(
  table: Table,
  id: string,
  audit: Audit,
  expiresAt: number,
): Promise<AuditEnd | undefined> {
  const { target, deliveries, counted, claim, spent } = audit;
  const recorded = await table.update({
    key: auditKey(id),
    set: { expiresAt },
    init: { target: targetName(target), deliveries, counted, claim, spent: JSON.stringify(spent) },
    answer: true,
  });
  if (!recorded || typeof recorded["passed"] !== "boolean") return undefined;
  return { passed: recorded["passed"], ...optional("messageId", asText(recorded["messageId"])) };
}

/** Keeps the end of an audit, and answers what it tells, where that is known already. */
export async function endAudit(table: Table, id: string, end: AuditEnd, expiresAt: number): Promise<Audit | undefined> {
  const item = await table.update({
    key: auditKey(id),
    set: { passed: end.passed, ...optional("messageId", end.messageId), expiresAt },
    answer: true,
  });
  const target = item && readTarget(textOf(item["target"]));
  if (!item || !target) return undefined;
  return {
    target,
    deliveries: asTexts(item["deliveries"]) ?? [],
    counted: asTexts(item["counted"]) ?? [],
    claim: textOf(item["claim"]),
    spent: JSON.parse(textOf(item["spent"]) || "[]") as Audit["spent"],
  };
}
