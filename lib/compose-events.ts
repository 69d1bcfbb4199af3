import { composeCommon, type Setup } from "./compose-common.ts";
import { composeQq } from "./compose-qq.ts";
import type { ListenLine } from "./line.ts";
import { listen } from "./listen.ts";
import type { Answer, Inbound } from "./model/inbound.ts";
import type { Refusal } from "./model/refusal.ts";
import { resolveLimits } from "./policy/limits.ts";
import type { Clock, Log } from "./ports.ts";
import { deriveKeys } from "./qq/callback/keys.ts";
import { createAcknowledge } from "./send/interaction.ts";

/** The line of QQ's callback. Deadlines in ms of the epoch. */
export type EventsRelay = {
  readonly listen: (inbound: Inbound, deadline: number) => Promise<Answer | Refusal>;
  readonly clock: Clock;
  readonly log: Log;
};

/** Wires QQ's callback. The keys of its signature are derived once. */
export function composeEvents(setup: Setup): EventsRelay {
  const common = composeCommon(setup);
  const { routes, settings, store, clock, log, kick } = common;
  const qq = composeQq(setup.env, common);
  const limits = resolveLimits(settings);
  const line: ListenLine = {
    bot: { appId: qq.appId, keys: deriveKeys(qq.appSecret) },
    store,
    kick,
    routes,
    limitsOf: (scene) => limits[scene],
    settings,
    acknowledge: createAcknowledge(qq),
    clock,
    log,
  };
  return { listen: (inbound, deadline) => listen(inbound, deadline, line), clock, log };
}
