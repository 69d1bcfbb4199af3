import type { RefusedKind, Repair, SharedQuota } from "../../model/outcome.ts";

/**
 * What one of QQ's codes asks of us. `repair`: what may repair the content, best first. `once`: repeat no more than once.
 * `of`: whose quota is used up, where it is not the target's own.
 */
export type Meaning =
  | {
      readonly as: RefusedKind;
      readonly repair?: readonly Repair[];
      readonly once?: true;
      readonly of?: SharedQuota;
    }
  | { readonly as: "duplicate" }
  | { readonly as: "in-audit" }
  | { readonly as: "unsure" };

export type Family = Readonly<Record<number, Meaning>>;
