import { composeCommon, type Setup } from "./common.ts";
import { createStore } from "../store/store.ts";
import { composeQq } from "./qq.ts";
import { createHear } from "../listen/hear.ts";
import type { ListenPorts } from "../listen/listen-ports.ts";
import type { EventsRelay } from "../http/relay.ts";
import { listen } from "../listen/listen.ts";
import { createLimitsReader } from "../outbox/limits-reader.ts";
import { deriveKeys } from "../qq/callback/keys.ts";
import { createAcknowledge } from "../send/interaction.ts";
import { createOwnId } from "../send/own-id.ts";

/** Wires QQ's callback. The keys of its signature are derived once. */
export function composeEvents(setup: Setup): EventsRelay {
  const common = composeCommon(setup, createStore);
  const { routes, settings, store, clock, log, wake } = common;
  const qq = composeQq(setup.env, common);
  const ports: ListenPorts = {
    bot: { appId: qq.appId, keys: deriveKeys(qq.appSecret) },
    store,
    wake,
    routes,
    limits: createLimitsReader(common),
    settings,
    acknowledge: createAcknowledge(qq),
    ownId: createOwnId(qq),
    hear: createHear({ store, log }),
    clock,
    log,
  };
  return { listen: (inbound, deadline) => listen(inbound, deadline, ports), clock, log };
}
