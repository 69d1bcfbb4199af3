import { applyEvent } from "../../lib/listen/apply-event.ts";
import type { ListenPorts } from "../../lib/listen/listen-ports.ts";
import { createLimitsReader } from "../../lib/outbox/limits-reader.ts";
import { readEvent } from "../../lib/qq/read-event.ts";
import type { World } from "./compose-line.ts";

/** Someone speaks: QQ opens a window, and the project's listening line learns of it as from QQ's callback. */
export async function hear(messageId: string, deadline: number, world: World): Promise<void> {
  const { target, routes, settings, simulated, qq, clock, wake } = world;
  const now = clock.now().getTime();
  const event = readEvent(qq.hear(target, messageId, now), now);
  if (!event) throw new Error("the relay cannot read what QQ tells of someone speaking");
  const ports: ListenPorts = {
    bot: { appId: "simulated", keys: undefined },
    store: simulated.store,
    wake,
    routes,
    limits: createLimitsReader({ settings, routes, store: simulated.store }),
    settings,
    hear: () => Promise.resolve(),
    acknowledge: () => Promise.resolve(),
    ownId: () => Promise.resolve(undefined),
    clock,
    log: () => undefined,
  };
  await applyEvent(event, deadline, ports);
}
