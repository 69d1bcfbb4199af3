import { randomUUID } from "node:crypto";
import { accept } from "./accept.ts";
import { composeCommon, type Setup } from "./compose-common.ts";
import { composeQq } from "./compose-qq.ts";
import { deliver } from "./deliver.ts";
import type { AcceptLine, DeliverLine } from "./line.ts";
import type { Answer, Inbound } from "./model/inbound.ts";
import type { Refusal } from "./model/refusal.ts";
import type { SceneName } from "./model/scene.ts";
import type { Target } from "./model/target.ts";
import { monotonic } from "./monotonic.ts";
import { presetOf, resolveLimits } from "./policy/limits.ts";
import { resolvePolicies } from "./policy/plan-rules.ts";
import type { Clock, Log } from "./ports.ts";
import { styleOf } from "./render/style-of.ts";
import { createQq } from "./send/client.ts";
import { createMedia } from "./send/media.ts";
import { createOpenDm } from "./send/open-dm.ts";

/** One scene's two lines. Deadlines in ms of the epoch. */
export type SceneRelay = {
  readonly accept: (inbound: Inbound, deadline: number) => Promise<Answer | Refusal>;
  readonly deliver: (target: Target, deadline: number) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

/** Wires one scene: store, QQ client, kick, and what routes and settings say. */
export function composeScene(scene: SceneName, setup: Setup): SceneRelay {
  const common = composeCommon(setup);
  const { routes, settings, store, clock, log, kick } = common;
  const qq = composeQq(setup.env, common);
  const deliverLine: DeliverLine = {
    store,
    qq: createQq({ ...qq, preset: presetOf(settings) }),
    openDm: createOpenDm(qq),
    media: createMedia({ ...qq, wait: clock.wait, ...(setup.lookup && { lookup: setup.lookup }) }),
    clock,
    random: setup.random ?? Math.random,
    newId: () => randomUUID(),
    log,
    rules: {
      limits: resolveLimits(settings)[scene],
      policyOf: resolvePolicies(routes),
      timeZone: settings.timeZone,
    },
    routes,
    kick,
    language: settings.language,
    styleOf: (deliveries) => styleOf(scene, settings, deliveries, routes),
  };
  const acceptLine: AcceptLine = {
    scene,
    routes,
    secretsOf: (names) => names.flatMap((name) => setup.env[name] ?? []),
    settings,
    store,
    kick,
    stamp: monotonic(),
    deliver: (target, deadline) => deliver(target, deadline, deliverLine),
    clock,
    log,
  };
  return {
    accept: (inbound, deadline) => accept(inbound, deadline, acceptLine),
    deliver: async (target, deadline) => {
      await deliver(target, deadline, deliverLine);
    },
    clock,
    log,
  };
}
