import type { Delivery } from "../model/delivery.ts";
import type { ToldHeld } from "../model/held.ts";
import { defaultSettings } from "../model/settings.ts";
import type { Target } from "../model/target.ts";
import { createLimitsReader } from "../outbox/limits-reader.ts";
import { listHeld } from "../outbox/list-held.ts";
import type { Store } from "../ports.ts";
import { tellHeld } from "../render/words/tell-held.ts";
import type { Setup } from "./common.ts";
import { composeAllPlanRules } from "./plan-rules.ts";

export type ToldDelivery = Delivery & { readonly held?: ToldHeld };

/** The delivery log of a target as people ask for it, newest first, at most `limit`. */
export type Listing = (target: Target, limit: number) => Promise<readonly ToldDelivery[]>;

/** The log with what holds each delivery, and why in words, by the rules that its scene's deliverer goes by. */
export function composeListing(
  { routes, settings }: Pick<Setup, "routes" | "settings">,
  store: Store,
  now: () => number,
): Listing {
  const all = { ...defaultSettings, ...settings };
  const rules = composeAllPlanRules(routes, all);
  const limits = createLimitsReader({ settings: all, routes, store });
  return async (target, limit) => {
    const at = now();
    const deliveries = await listHeld(target, limit, at, { store, limits, rules: rules[target.scene] });
    return deliveries.map(({ held, ...delivery }) =>
      held ? { ...delivery, held: tellHeld(held, target, all.timeZone, at) } : delivery,
    );
  };
}
