import type { Claim } from "../model/claim.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import { refundAll } from "../outbox/refund.ts";
import { isOfContent } from "../policy/outcome/is-of-content.ts";
import type { Verdict } from "../policy/outcome/verdict.ts";
import type { Spent } from "../ports.ts";
import { catchUp, type InAudit } from "./catch-up.ts";
import { closeQuota, reopenQuota } from "./close-quota.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import type { Part, Parts } from "./transmit-apart.ts";

/** A send as it ended: what that means, what each part of it told, and what it took. */
export type Settling = {
  readonly verdict: Verdict;
  readonly parts: Parts;
  readonly claim: Claim;
  readonly spent: readonly Spent[];
};

/**
 * Writes what the end of a send changes, and answers what it teaches about shared quotas. What an audit event may ask for,
 * and what QQ took, is written before the deliveries are settled one by one: a fault in between leaves nothing in doubt.
 */
export async function settle(
  { verdict, parts, claim, spent }: Settling,
  standing: Standing,
  now: number,
  ports: DeliverPorts,
): Promise<StateChange> {
  const { store } = ports;
  const { target } = standing;
  const inAudit = await writeEnd({ verdict, parts, claim, spent }, target, now, ports);
  await store.settle(target, verdict.settlements, now);
  await endPages(verdict, parts, target, now, ports);
  // An end that came before or meanwhile found nothing in audit.
  if (inAudit) await catchUp(inAudit, now, ports);
  if (verdict.refund) await refundAll(spent, claim.id, ports);
  if (verdict.doubt) for (const { owner, charges } of spent) await store.doubtUnits(owner, charges, claim.id);
  if (verdict.dropWindow) await store.dropWindow(target, verdict.dropWindow);
  if (verdict.close) return closeQuota(verdict.close, standing, spent, now, ports);
  return verdict.passed ? reopenQuota(standing, spent, ports) : {};
}

/** Writes down what QQ took, or what it has in audit, which is the answer. */
async function writeEnd(
  { verdict, parts: { main }, claim, spent }: Settling,
  target: Standing["target"],
  now: number,
  { store }: DeliverPorts,
): Promise<InAudit | undefined> {
  if (!main) return undefined;
  const {
    outcome,
    told: { summed, counted },
  } = main.transmitted;
  // Of a message that QQ took in parts, the claim names what this one told.
  const part = { ...claim, deliveries: main.deliveries.map(({ id }) => id) };
  if (outcome.kind === "in-audit") {
    const { auditId } = outcome;
    await store.endClaim(target, part, { summed, counted, auditId });
    const audit = auditOf(main, claim, spent, target);
    await store.recordAudit(auditId, audit, now);
    return { auditId, audit };
  }
  const { messageId } = outcome.kind === "sent" ? outcome : {};
  if (outcome.kind === "sent" && verdict.settlements.length > 1)
    await store.endClaim(target, part, { summed, counted, ...(messageId !== undefined && { messageId }) });
  return undefined;
}

const auditOf = (
  { deliveries, transmitted }: Part,
  claim: Claim,
  spent: readonly Spent[],
  target: Standing["target"],
) => ({
  target,
  deliveries: deliveries.map(({ id }) => id),
  counted: transmitted.told.counted,
  claim: claim.id,
  spent,
});

/** A page that was sent has told its deliveries; one that ended otherwise has not. */
async function endPages(
  { settlements }: Verdict,
  { main, refused }: Parts,
  target: Standing["target"],
  now: number,
  { store }: DeliverPorts,
): Promise<void> {
  const states = new Map(settlements.map(({ id, state }) => [id, state]));
  const parts = [...refused, ...(main ? [main] : [])];
  for (const { deliveries, transmitted } of parts)
    for (const { id } of deliveries.filter(({ isPage }) => isPage)) {
      const state = states.get(id);
      const untold = isOfContent(transmitted.outcome) ? "refused" : "untold";
      if (state !== "pending" && state !== "in-audit")
        await store.endPage(target, id, state === "sent" ? "told" : untold, now);
    }
}
