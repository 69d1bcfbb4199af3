import { randomUUID } from "node:crypto";
import { accept } from "../accept/accept.ts";
import { createGuesses } from "../accept/guesses.ts";
import { composeCommon, type Setup } from "./common.ts";
import { createSceneStore } from "../store/scene-store.ts";
import { composePlanRules } from "./plan-rules.ts";
import { composeQq } from "./qq.ts";
import type { SceneRelay } from "../http/relay.ts";
import { createBreaker } from "../deliver/breaker.ts";
import { createLimitsGate } from "../deliver/limits-gate.ts";
import { deliver } from "../deliver/deliver.ts";
import type { AcceptPorts } from "../accept/accept-ports.ts";
import type { DeliverPorts } from "../deliver/deliver-ports.ts";
import type { SceneName } from "../model/scene.ts";
import { createLimitsReader } from "../outbox/limits-reader.ts";
import { presetOf } from "../policy/quota/resolve-limits.ts";
import { warmSchemas } from "../sources/warm-schemas.ts";
import { styleOf } from "../render/style/style-of.ts";
import { createQq } from "../send/client.ts";
import { createAskGuild } from "../send/guild-setting.ts";
import { composeMedia } from "./media.ts";
import { createOpenDm } from "../send/open-dm.ts";
import { createSns } from "../sns/sns.ts";

/** Wires one scene: store, QQ client, wake-up, and what routes and settings say. */
export function composeScene(scene: SceneName, setup: Setup): SceneRelay {
  warmSchemas();
  const common = composeCommon(setup, createSceneStore);
  const { routes, settings, store, clock, log, wake } = common;
  const qq = composeQq(setup.env, common);
  const rules = composePlanRules(scene, routes, settings);
  const readers = { store, rules, limits: createLimitsReader(common) };
  const deliverPorts: DeliverPorts = {
    store,
    breaker: createBreaker(common),
    limits: createLimitsGate({ ...common, askGuild: createAskGuild(qq) }),
    qq: createQq({ ...qq, preset: presetOf(settings) }),
    openDm: createOpenDm(qq),
    media: composeMedia({ ...qq, wait: clock.wait, ...(setup.lookup && { lookup: setup.lookup }) }),
    clock,
    random: setup.random ?? Math.random,
    newId: () => randomUUID(),
    log,
    rules,
    routes,
    wake,
    ...(setup.wokenMeanwhile && { wokenMeanwhile: setup.wokenMeanwhile }),
    language: settings.language,
    styleOf: (deliveries) => styleOf(scene, settings, deliveries, routes),
  };
  const acceptPorts: AcceptPorts = {
    scene,
    routes,
    secretsOf: (names) => names.map((name) => setup.env[name] ?? ""),
    settings,
    store,
    wake,
    arrivalTime: arrivalTimes(),
    deliver: (target, deadline) => deliver(target, deadline, { ...deliverPorts, isAwaited: true }),
    sns: createSns({ now: common.now, ...(setup.getFromAws && { get: setup.getFromAws }) }),
    heldOf: async (delivery) => {
      const { toldHeld } = await import("../deliver/held.ts");
      return toldHeld(delivery, settings.timeZone, clock.now().getTime(), readers);
    },
    guesses: createGuesses(),
    clock,
    log,
  };
  return {
    accept: (inbound, deadline) => accept(inbound, deadline, acceptPorts),
    deliver: async (target, deadline) => {
      await deliver(target, deadline, deliverPorts);
    },
    clock,
    log,
  };
}

/**
 * Arrival times of one process (ms) that never repeat nor go back: what arrives within one millisecond keeps its order in the
 * table, where a delivery's place is its time of arrival.
 */
function arrivalTimes(): (now: number) => number {
  let last = Number.NEGATIVE_INFINITY;
  return (now) => (last = Math.max(now, last + 1));
}
