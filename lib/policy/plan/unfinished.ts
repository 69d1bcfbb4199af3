import type { Claim } from "../../model/claim.ts";
import type { Delivery } from "../../model/delivery.ts";
import { scenes } from "../../model/scene.ts";
import { triedUnder } from "../outcome/tried.ts";
import { settleTold } from "../outcome/verdict.ts";
import type { Settlement } from "../../model/settlement.ts";
import type { Standing } from "../../model/standing.ts";

/** A send whose end nobody saw: its claim, and which of its deliveries are still pending. */
export type Unfinished = { readonly claim: Claim; readonly deliveries: readonly Delivery[] };

/** Claims of a dead deliverer: those whose deliveries are pending and were not settled under them, or under later ones. */
export function unfinishedClaims(standing: Standing): readonly Unfinished[] {
  return openClaims(standing)
    .filter(({ claim: { ended } }) => !ended)
    .filter(({ claim }) => !isRefused(claim, standing));
}

const claimsOf = ({ windows, quota }: Standing): readonly Claim[] =>
  [...windows.map((window) => window.claim), quota.claim].filter((claim) => claim !== undefined);

/** Claims whose messages QQ has, or had, in audit. */
export const auditedClaims = (standing: Standing): readonly { readonly auditId: string; readonly claim: Claim }[] =>
  claimsOf(standing).flatMap((claim) => {
    const { auditId } = claim.ended ?? {};
    return auditId === undefined ? [] : [{ auditId, claim }];
  });

/** Claims with what they hold of the pending deliveries: those that were not settled under them, or under later ones. */
function openClaims(standing: Standing): readonly Unfinished[] {
  return claimsOf(standing)
    .map((claim) => {
      const ids = new Set(claim.deliveries);
      const isOpen = (delivery: Delivery) =>
        ids.has(delivery.id) && delivery.claim !== claim.id && (delivery.last?.at ?? 0) <= claim.at;
      return { claim, deliveries: standing.deliveries.filter(isOpen) };
    })
    .filter(({ deliveries }) => deliveries.length > 0);
}

/** What is left to settle of sends that QQ took, and whose deliverer died before it had settled all of them. */
export function endedSettlements(standing: Standing, now: number): readonly Settlement[] {
  return openClaims(standing).flatMap(({ claim, deliveries }) => {
    const { ended } = claim;
    if (!ended) return [];
    return deliveries.map(({ id, attempts }): Settlement => ({
      id,
      attempts: attempts + 1,
      claim: claim.id,
      tried: triedUnder(claim),
      last: { at: now, note: "QQ had taken it; settled by a later call" },
      ...(ended.messageId !== undefined && { messageId: ended.messageId }),
      ...(ended.auditId === undefined
        ? { state: "sent" as const, ...settleTold(id, ended) }
        : { state: "in-audit" as const, auditId: ended.auditId }),
    }));
  });
}

/** A reply permit kept under a claim is QQ's refusal, half written down maybe: none of its deliveries has arrived. */
const isRefused = (claim: Claim, { deliveries }: Standing): boolean =>
  deliveries.some(({ claim: settled, permit }) => settled === claim.id && permit !== undefined);

/**
 * Whether a send may be repeated without telling anything twice: QQ refuses the second of two replies with one anchor
 * and msg_seq (40054005), in c2c and group only, and as long as it still knows the anchor.
 */
export function isRepeatable({ claim }: Unfinished, standing: Standing, now: number): boolean {
  const { permit } = claim;
  if (permit.kind === "proactive" || scenes[standing.target.scene].wire !== "v2") return false;
  const window = standing.windows.find((each) => each.anchor.id === permit.anchor.id);
  return window !== undefined && window.closesAt > now;
}
