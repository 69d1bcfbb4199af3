import type { RoutePolicy } from "../../lib/model/route.ts";

/** A relay to compare: a naive one, or this project's with one policy for all its routes. */
export type Relay =
  | { readonly kind: "naive"; readonly replies: boolean }
  | { readonly kind: "relay"; readonly policy: RoutePolicy };

/** The relays that each scenario is run through, the policies as `infra/routes.ts` would have them. */
export const relays = {
  push: { kind: "naive", replies: false },
  "push-or-reply": { kind: "naive", replies: true },
  default: { kind: "relay", policy: {} },
  digest: { kind: "relay", policy: { reserve: 1, digestAt: "09:00" } },
  critical: { kind: "relay", policy: { proactive: "critical" } },
} as const satisfies Record<string, Relay>;

export type RelayName = keyof typeof relays;

export const relayNames = Object.keys(relays) as readonly RelayName[];
