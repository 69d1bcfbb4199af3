import type { RefusedKind, Repair } from "../../model/outcome.ts";

/** What one of QQ's codes asks of us. `repair`: what may repair the content, best first. `once`: repeat no more than once. */
export type Meaning =
  | { readonly as: RefusedKind; readonly repair?: readonly Repair[]; readonly once?: true }
  | { readonly as: "duplicate" }
  | { readonly as: "in-audit" }
  | { readonly as: "unsure" };

export type Family = Readonly<Record<number, Meaning>>;
