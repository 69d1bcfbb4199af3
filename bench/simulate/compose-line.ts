import { composePlanRules } from "../../lib/compose/plan-rules.ts";
import { createBreaker } from "../../lib/deliver/breaker.ts";
import { createLimitsGate } from "../../lib/deliver/limits-gate.ts";
import type { DeliverPorts } from "../../lib/deliver/deliver-ports.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { Settings } from "../../lib/model/settings.ts";
import type { Target } from "../../lib/model/target.ts";
import { presetOf } from "../../lib/policy/quota/resolve-limits.ts";
import type { Clock, Wake } from "../../lib/ports.ts";
import { readAnswer } from "../../lib/qq/read-answer.ts";
import { styleOf } from "../../lib/render/style/style-of.ts";
import type { SimulatedStore } from "./open-store.ts";
import type { SimulatedQq } from "./qq.ts";
import type { Recipient } from "./recipient.ts";

/** What one message to QQ takes (ms). */
const sendTime = 150;

/** What the lines of one run stand in. */
export type World = {
  readonly target: Target;
  readonly routes: Routes;
  readonly settings: Settings;
  readonly simulated: SimulatedStore;
  readonly qq: SimulatedQq;
  readonly recipient: Recipient;
  readonly clock: Clock;
  readonly wake: Wake;
};

/** The project's delivering line between a table in memory and a simulated QQ, whose answers it reads as those of QQ. */
export function composeLine({ target, routes, settings, ...world }: World): DeliverPorts {
  const { simulated, qq, recipient, clock, wake } = world;
  const style: DeliverPorts["styleOf"] = (deliveries) => styleOf(target.scene, settings, deliveries, routes);
  let ids = 0;
  return {
    store: simulated.store,
    breaker: createBreaker({ store: simulated.store, log: () => undefined }),
    qq: {
      send: async ({ body, permit }) => {
        await clock.wait(sendTime);
        const at = clock.now().getTime();
        const answer = qq.take(target, body, at);
        if (answer.code === undefined) {
          const told = await simulated.claimed();
          recipient.note(told, { text: String(body["content"]), by: permit, at }, style(told));
        } else recipient.noteRefused({ at, code: answer.code, by: permit });
        return readAnswer(answer, permit, presetOf(settings));
      },
    },
    limits: createLimitsGate({
      settings,
      routes,
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
    rules: composePlanRules(target.scene, routes, settings),
    routes,
    wake,
    language: settings.language,
    styleOf: style,
  };
}
