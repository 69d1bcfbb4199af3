import type { SignatureHeaders } from "../model/auth.ts";
import type { Inbound } from "../model/inbound.ts";
import type { Said } from "../model/said.ts";

/**
 * What a request brings to prove its sender, read once, to be tried against each secret. `where` names the place that a
 * mismatch is told by, `beside` what else was wrong; `problem` is why there is nothing to try, `isStale` where that is its age.
 */
export type Proof =
  | {
      readonly kind: "proof";
      readonly where: Said;
      readonly beside?: Said | undefined;
      readonly matches: (secret: string) => boolean;
    }
  | { readonly kind: "problem"; readonly en: string; readonly zh: string; readonly isStale?: true };

/** How one auth scheme reads a request; `headers` are the route's own names for those that the scheme lets it name. */
export type ReadProof = (inbound: Inbound, headers?: SignatureHeaders) => Proof;

export const problem = (en: string, zh: string): Extract<Proof, { kind: "problem" }> => ({ kind: "problem", en, zh });
