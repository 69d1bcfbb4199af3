import type { Trouble } from "../../lib/model/gateway-status.ts";
import type { Said } from "../../lib/model/said.ts";
import type { Configuration } from "../run/read-configuration.ts";
import type { RelayRecord } from "./relay-record.ts";

/** How one call of QQ's API ended. `seen`: the address that QQ saw it come from, where its answer tells one. */
export type QqStep =
  | { readonly kind: "taken" }
  | {
      readonly kind: "refused";
      readonly trouble: Trouble;
      readonly code?: number;
      readonly status?: number;
      readonly message?: string;
      readonly seen?: string;
    }
  | { readonly kind: "lost"; readonly code: string };

export type QqFacts = {
  readonly token: QqStep;
  /** `GET /users/@me`; not asked without a token. */
  readonly me?: QqStep;
  /** QQ's clock by its `Date` header, and ours at that moment (ms). */
  readonly clock?: { readonly theirs: number; readonly ours: number };
};

/** How the public callback address answered an address check that our own key signed. */
export type CallbackFacts = {
  readonly url: string;
  readonly answer:
    | { readonly kind: "proven" }
    /** Nobody could sign for the bot: its credentials are not set here. */
    | { readonly kind: "untried" }
    | { readonly kind: "lost"; readonly code: string }
    /** `relay`: it speaks as a relay does, and refuses the bot; else something else answers there. */
    | { readonly kind: "unproven"; readonly status: number; readonly relay: boolean };
};

/** Length in characters; undefined where the secret is not set. */
export type SecretFact = { readonly name: string; readonly length: number | undefined };

/** All that the checks look at, as of `now` (ms). What could not be learnt, or was not asked for, is left out. */
export type Facts = {
  readonly now: number;
  /** The embedded run on this machine, or a table in AWS. */
  readonly where: "here" | "deployed";
  readonly bot: { readonly id: boolean; readonly secret: boolean };
  /** The user's files as they were read, or what is wrong with them. */
  readonly configuration: Configuration | { readonly faults: readonly Said[] };
  readonly qq?: QqFacts;
  readonly secrets?: readonly SecretFact[];
  /** What the relay tells of itself, or why it does not. */
  readonly relay?: RelayRecord | { readonly silent: Said };
  readonly callback?: CallbackFacts;
  /** Where the data folder is: bytes that are free. */
  readonly disk?: { readonly folder: string; readonly free: number };
};
