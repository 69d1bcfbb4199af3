import type { Permit } from "./permit.ts";

/**
 * The record, made before a send, of which deliveries go out under which permit. It lies on the item that the permit is
 * taken from (the window, or the target's quota), so that taking and recording are one write. A claim whose deliveries
 * are still pending and not settled under its id is a send whose end nobody saw.
 */
export type Claim = {
  readonly id: string;
  readonly permit: Permit;
  /** Ids of the deliveries told by this send, in the order told. */
  readonly deliveries: readonly string[];
  /** Milliseconds of the epoch. */
  readonly at: number;
  /** How the send ended, where that is known: written before its deliveries are settled, for whoever has to go on. */
  readonly ended?: ClaimEnd;
};

/**
 * What a send that QQ took leaves: which of the claim's deliveries its message told by number and name, and which it only
 * counted; all others it told in words of their own. With `auditId` QQ looks at it first.
 */
export type ClaimEnd = {
  readonly messageId?: string;
  readonly auditId?: string;
  readonly summed: readonly string[];
  readonly counted: readonly string[];
};
