import type { Claim } from "../../model/claim.ts";
import type { Delivery } from "../../model/delivery.ts";
import { scenes } from "../../model/scene.ts";
import type { Standing } from "../../model/standing.ts";

/** A send whose end nobody saw: its claim, and which of its deliveries are still pending. */
export type Unfinished = { readonly claim: Claim; readonly deliveries: readonly Delivery[] };

/** Claims of a dead deliverer: those whose deliveries are pending and were not settled under them, or under later ones. */
export function unfinishedClaims(standing: Standing): readonly Unfinished[] {
  const claims = [...standing.windows.map((window) => window.claim), standing.quota.claim].filter(
    (claim) => claim !== undefined,
  );
  return claims
    .filter((claim) => !isRefused(claim, standing))
    .map((claim) => ({
      claim,
      deliveries: standing.deliveries.filter(
        (delivery) =>
          claim.deliveries.includes(delivery.id) && delivery.claim !== claim.id && (delivery.last?.at ?? 0) <= claim.at,
      ),
    }))
    .filter((unfinished) => unfinished.deliveries.length > 0);
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
