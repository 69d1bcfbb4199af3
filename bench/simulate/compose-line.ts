import { createBreaker } from "../../lib/deliver/breaker.ts";
import { createLimitsGate } from "../../lib/deliver/limits-gate.ts";
import type { DeliverPorts } from "../../lib/deliver/deliver-ports.ts";
import type { RoutePolicy } from "../../lib/model/route.ts";
import { defaultSettings } from "../../lib/model/settings.ts";
import { quotaZoneOf, resolveLimits } from "../../lib/policy/quota/resolve-limits.ts";
import { resolvePolicy } from "../../lib/policy/plan/plan-rules.ts";
import type { Clock } from "../../lib/ports.ts";
import { styleOf } from "../../lib/render/style/style-of.ts";
import type { SimulatedStore } from "./open-store.ts";
import type { SimulatedQq } from "./qq.ts";
import type { Scenario } from "./scenarios.ts";
import type { Recipient } from "./recipient.ts";

/** What one message to QQ takes (ms). */
const sendTime = 150;

type World = {
  readonly simulated: SimulatedStore;
  readonly qq: SimulatedQq;
  readonly recipient: Recipient;
  readonly clock: Clock;
};

/**
 * The project's delivering line between a table in memory and a simulated QQ. Its send throws when QQ refuses: the plan
 * never lets a message go that QQ's limits do not allow.
 */
export function composeLine({ target, preset }: Scenario, policy: RoutePolicy, world: World): DeliverPorts {
  const { simulated, qq, recipient, clock } = world;
  const settings = { ...defaultSettings, limits: preset };
  const resolved = resolvePolicy({ policy });
  const style: DeliverPorts["styleOf"] = (deliveries) => styleOf(target.scene, settings, deliveries, {});
  let ids = 0;
  return {
    store: simulated.store,
    breaker: createBreaker({ store: simulated.store, log: () => undefined }),
    qq: {
      send: async ({ body }) => {
        await clock.wait(sendTime);
        const at = clock.now();
        const answer = qq.take(target, body, at.getTime());
        if (answer.kind === "refused")
          throw new Error(`QQ refused the relay with ${answer.code} at ${at.toISOString()}: a limit was exceeded`);
        const told = await simulated.claimed();
        recipient.note(told, String(body["content"]), style(told), at.getTime());
        return { kind: "sent", answer: { status: 200 } };
      },
    },
    limits: createLimitsGate({
      settings,
      routes: {},
      store: simulated.store,
      askGuild: () => Promise.reject(new Error("the simulation asks for no guild's setting")),
      log: () => undefined,
    }),
    openDm: () => {
      throw new Error("the simulation opens no DM session");
    },
    media: {
      isInternal: () => Promise.resolve(false),
      prepare: () => {
        throw new Error("no notice of the simulation has a picture");
      },
      forget: () => undefined,
    },
    clock,
    random: () => 0.5,
    newId: () => String((ids += 1)),
    log: () => undefined,
    rules: {
      limits: resolveLimits(settings)[target.scene],
      policyOf: () => resolved,
      quotaZone: quotaZoneOf(settings),
      timeZone: settings.timeZone,
      shortestWait: resolved.maxAge,
    },
    routes: {},
    wake: async () => undefined,
    language: settings.language,
    styleOf: style,
  };
}
