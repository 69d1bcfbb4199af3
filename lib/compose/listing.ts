import { defaultSettings } from "../model/settings.ts";
import type { Target } from "../model/target.ts";
import { createLimitsReader } from "../outbox/limits-reader.ts";
import { type ListedDelivery, listHeld } from "../outbox/list-held.ts";
import type { Store } from "../ports.ts";
import type { Setup } from "./common.ts";
import { composeAllPlanRules } from "./plan-rules.ts";

/** The delivery log of a target as people ask for it, newest first, at most `limit`. */
export type Listing = (target: Target, limit: number) => Promise<readonly ListedDelivery[]>;

/** The log with what holds each delivery, by the rules that its scene's deliverer goes by. */
export function composeListing(
  { routes, settings }: Pick<Setup, "routes" | "settings">,
  store: Store,
  now: () => number,
): Listing {
  const all = { ...defaultSettings, ...settings };
  const rules = composeAllPlanRules(routes, all);
  const limits = createLimitsReader({ settings: all, routes, store });
  return (target, limit) => listHeld(target, limit, now(), { store, limits, rules: rules[target.scene] });
}
