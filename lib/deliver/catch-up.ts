import { settleAudit } from "../outbox/settle-audit.ts";
import type { Audit } from "../ports.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/** A message that QQ has in audit, and what it tells. */
export type InAudit = { readonly auditId: string; readonly audit: Audit };

/** Settles an audit whose end QQ told before its deliveries were written down as in audit; true where it had. */
export async function catchUp({ auditId, audit }: InAudit, now: number, ports: DeliverPorts): Promise<boolean> {
  const end = await ports.store.recordAudit(auditId, audit, now);
  if (end) await settleAudit(auditId, audit, end, now, ports);
  return end !== undefined;
}
