import type { Inbound } from "../model/inbound.ts";

/**
 * What a request brings to prove its sender, read once, to be tried against each secret. `where` names the place that a
 * mismatch is told by; `problem` is why there is nothing to try.
 */
export type Proof =
  | { readonly kind: "proof"; readonly where: string; readonly matches: (secret: string) => boolean }
  | { readonly kind: "problem"; readonly message: string };

/** How one auth scheme reads a request. */
export type ReadProof = (inbound: Inbound) => Proof;

export const problem = (message: string): Proof => ({ kind: "problem", message });
