import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { accept } from "./accept.ts";
import { composeKick } from "./compose-kick.ts";
import { composeLog } from "./compose-log.ts";
import { type Env, readQqConfig, readTableConfig } from "./config.ts";
import { deliver } from "./deliver.ts";
import type { AcceptLine, DeliverLine } from "./line.ts";
import { listen } from "./listen.ts";
import { monotonic } from "./monotonic.ts";
import type { Answer, Inbound } from "./model/inbound.ts";
import type { Refusal } from "./model/refusal.ts";
import type { Routes } from "./model/route.ts";
import type { SceneName } from "./model/scene.ts";
import { defaultSettings, type Settings } from "./model/settings.ts";
import type { Target } from "./model/target.ts";
import { resolveLimits } from "./policy/limits.ts";
import { resolvePolicy } from "./policy/plan-rules.ts";
import type { Clock, Kick, Log, Store } from "./ports.ts";
import { deriveKeys } from "./qq/callback/keys.ts";
import { styleOf } from "./render/style-of.ts";
import { createQq } from "./send/client.ts";
import { createAcknowledge } from "./send/interaction.ts";
import { createOpenDm } from "./send/open-dm.ts";
import { createAccessTokens } from "./send/token.ts";
import { connect } from "./store/client.ts";
import { createStore } from "./store/store.ts";
import { lookAt, sweep } from "./sweep.ts";

/** What a process is made of: the user's files, its environment, and what a test or the local run puts in place. */
export type Setup = {
  readonly routes: Routes;
  readonly settings: Partial<Settings>;
  readonly env: Env;
  readonly kick?: Kick;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly log?: Log;
};

/** One scene's two lines. Deadlines in ms of the epoch. */
export type SceneRelay = {
  readonly accept: (inbound: Inbound, deadline: number) => Promise<Answer | Refusal>;
  readonly deliver: (target: Target, deadline: number) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

/** The line of QQ's callback. */
export type EventsRelay = {
  readonly listen: (inbound: Inbound, deadline: number) => Promise<Answer | Refusal>;
  readonly clock: Clock;
  readonly log: Log;
};

const systemClock: Clock = { now: () => new Date(), wait: (ms) => wait(ms) };

/** What every line has in common. */
function composeCommon(setup: Setup) {
  const { routes, env, clock = systemClock } = setup;
  const settings = { ...defaultSettings, ...setup.settings };
  const log = setup.log ?? composeLog(env, clock.now);
  const now = () => clock.now().getTime();
  const kick = setup.kick ?? composeKick(env, now);
  return { routes, settings, clock, log, now, kick, store: composeStore(setup), limits: resolveLimits(settings) };
}

/** What talks to QQ. */
function composeQq({ env }: Setup, { log, now, store }: ReturnType<typeof composeCommon>) {
  const { appId, appSecret, apiBase, tokenUrl } = readQqConfig(env);
  const tokens = createAccessTokens({ tokenUrl, appId, appSecret, shelf: store, log, now });
  return { apiBase, appId, appSecret, tokens, log, now };
}

/** Wires one scene: store, QQ client, kick, and what routes and settings say. */
export function composeScene(scene: SceneName, setup: Setup): SceneRelay {
  const common = composeCommon(setup);
  const { routes, settings, store, clock, log, kick, limits } = common;
  const preset = typeof settings.limits === "string" ? settings.limits : (settings.limits.preset ?? "published");
  const qq = composeQq(setup, common);
  const deliverLine: DeliverLine = {
    store,
    qq: createQq({ ...qq, preset }),
    openDm: createOpenDm(qq),
    clock,
    random: setup.random ?? Math.random,
    newId: () => randomUUID(),
    log,
    rules: {
      limits: limits[scene],
      policyOf: (route) => resolvePolicy(routes[route]),
      timeZone: settings.timeZone,
    },
    routes,
    kick,
    language: settings.language,
    styleOf: (deliveries) => styleOf(scene, settings, deliveries),
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

/** Wires QQ's callback. The keys of its signature are derived once. */
export function composeEvents(setup: Setup): EventsRelay {
  const common = composeCommon(setup);
  const { routes, settings, store, clock, log, kick, limits } = common;
  const qq = composeQq(setup, common);
  const line = {
    bot: { appId: qq.appId, keys: deriveKeys(qq.appSecret) },
    store,
    kick,
    routes,
    limitsOf: (scene: SceneName) => limits[scene],
    settings,
    acknowledge: createAcknowledge(qq),
    clock,
    log,
  };
  return { listen: (inbound, deadline) => listen(inbound, deadline, line), clock, log };
}

/** Wires the sweep. `everything` also kicks every target with something pending, as at the start of a local run. */
export function composeSweep(setup: Setup): { readonly sweep: (everything?: boolean) => Promise<void> } {
  const { store, kick, log, now } = composeCommon(setup);
  return {
    sweep: async (everything = false) => {
      await sweep(everything ? "all" : lookAt(now()), now(), { store, kick, log });
    },
  };
}

/** The store of the configured table. */
export function composeStore({ env, settings }: Pick<Setup, "env" | "settings">): Store {
  const { name, endpoint } = readTableConfig(env);
  const client = connect(endpoint, env["AWS_ACCESS_KEY_ID"] !== undefined);
  return createStore(client, name, settings.retentionDays ?? defaultSettings.retentionDays);
}
