import type { PresetName } from "../../lib/model/limits.ts";
import type { RoutePolicy } from "../../lib/model/route.ts";

/** This project's relay with one policy for all its routes, as `infra/routes.ts` would have it. */
export type OwnRelay = {
  readonly kind: "relay";
  readonly policy: RoutePolicy;
  /** By which of QQ's texts it counts: as the settings do by default, by the very one that QQ keeps, or by one of them. */
  readonly limits: "default" | "exact" | PresetName;
  /** Only where QQ keeps rules that are wider than those of `published`. */
  readonly wider?: true;
  /** QQ has shown before the month that they hold. */
  readonly proven?: true;
};

/** A relay to compare: a naive one, or this project's. */
export type Relay = OwnRelay | { readonly kind: "naive"; readonly replies: boolean };

/** What may be compared. `before` is what the defaults were until there was `auto`. */
export const relays = {
  push: { kind: "naive", replies: false },
  "push-or-reply": { kind: "naive", replies: true },
  default: { kind: "relay", policy: {}, limits: "default" },
  always: { kind: "relay", policy: { proactive: "always" }, limits: "exact" },
  proven: { kind: "relay", policy: {}, limits: "default", wider: true, proven: true },
  before: { kind: "relay", policy: { proactive: "always" }, limits: "published", wider: true },
  digest: { kind: "relay", policy: { proactive: "always", reserve: 1, digestAt: "09:00" }, limits: "exact" },
  critical: { kind: "relay", policy: { proactive: "critical" }, limits: "exact" },
} as const satisfies Record<string, Relay>;

export type RelayName = keyof typeof relays;

export const relayNames = Object.keys(relays) as readonly RelayName[];

/** Those that one seed of one shape is run through. */
export const comparedRelays = relayNames.filter((name) => name !== "before");

/** Those that bounds are about. */
export const judgedRelays = [
  "push",
  "default",
  "proven",
  "always",
  "before",
  "critical",
] as const satisfies readonly RelayName[];
