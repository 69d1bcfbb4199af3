import type { SignatureHeaders } from "../model/auth.ts";
import type { Inbound } from "../model/inbound.ts";
import type { Said } from "../model/said.ts";

/**
 * What a request brings to prove its sender, read once, to be tried against each secret. `where` names the place that a
 * mismatch is told by; `problem` is why there is nothing to try.
 */
export type Proof =
  | { readonly kind: "proof"; readonly where: Said; readonly matches: (secret: string) => boolean }
  | { readonly kind: "problem"; readonly en: string; readonly zh: string };

/** How one auth scheme reads a request; `headers` are the route's own names for those that the scheme lets it name. */
export type ReadProof = (inbound: Inbound, headers?: SignatureHeaders) => Proof;

export const problem = (en: string, zh: string): Proof => ({ kind: "problem", en, zh });
