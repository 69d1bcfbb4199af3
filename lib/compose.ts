import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { accept } from "./accept.ts";
import { type Env, readQqConfig, readTableConfig } from "./config.ts";
import { deliver } from "./deliver.ts";
import type { AcceptLine, DeliverLine } from "./line.ts";
import { createLog } from "./log.ts";
import type { Delivery } from "./model/delivery.ts";
import type { Answer, Inbound } from "./model/inbound.ts";
import type { Refusal } from "./model/refusal.ts";
import type { Routes } from "./model/route.ts";
import { type SceneName, scenes } from "./model/scene.ts";
import { defaultSettings, type Settings } from "./model/settings.ts";
import type { Target } from "./model/target.ts";
import { resolveLimits } from "./policy/limits.ts";
import { resolvePolicy } from "./policy/plan-rules.ts";
import type { Clock, Kick, Log, Store } from "./ports.ts";
import { sizeLimits } from "./render/limits.ts";
import type { Style } from "./render/style.ts";
import { createQq } from "./send/client.ts";
import { createInvoke } from "./send/invoke.ts";
import { createAccessTokens } from "./send/token.ts";
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

const systemClock: Clock = { now: () => new Date(), wait: (ms) => wait(ms) };

/** Wires one scene: store, QQ client, kick, and what routes and settings say. */
export function composeScene(scene: SceneName, setup: Setup): SceneRelay {
  const { routes, env, clock = systemClock, random = Math.random } = setup;
  const settings = { ...defaultSettings, ...setup.settings };
  const { appId, appSecret, apiBase, tokenUrl } = readQqConfig(env);
  const log = setup.log ?? createLog((line) => console.log(line), clock.now);
  const store = composeStore(setup);
  const now = () => clock.now().getTime();
  const preset = typeof settings.limits === "string" ? settings.limits : (settings.limits.preset ?? "published");
  const tokens = createAccessTokens({ tokenUrl, appId, appSecret, shelf: store, log, now });
  const deliverLine: DeliverLine = {
    store,
    qq: createQq({ apiBase, appId, tokens, preset, now }),
    clock,
    random,
    newId: () => randomUUID(),
    log,
    rules: {
      limits: resolveLimits(settings)[scene],
      policyOf: (route) => resolvePolicy(routes[route]),
      timeZone: settings.timeZone,
    },
    styleOf: (deliveries) => styleOf(scene, settings, deliveries),
  };
  const acceptLine: AcceptLine = {
    scene,
    routes,
    secretsOf: (names) => names.flatMap((name) => env[name] ?? []),
    settings,
    store,
    kick: setup.kick ?? composeKick(env, now),
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

/** Wires the sweep. `everything` also kicks every target with something pending, as at the start of a local run. */
export function composeSweep(setup: Setup): { readonly sweep: (everything?: boolean) => Promise<void> } {
  const { env, clock = systemClock } = setup;
  const now = () => clock.now().getTime();
  const log = setup.log ?? createLog((line) => console.log(line), clock.now);
  const line = { store: composeStore(setup), kick: setup.kick ?? composeKick(env, now), log };
  return {
    sweep: async (everything = false) => {
      await sweep(everything ? "all" : lookAt(now()), now(), line);
    },
  };
}

/** The store of the configured table; an endpoint of one's own needs no AWS account. */
export function composeStore({ env, settings }: Pick<Setup, "env" | "settings">): Store {
  const { name, endpoint } = readTableConfig(env);
  const local = endpoint !== undefined && !env["AWS_ACCESS_KEY_ID"];
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000 },
    ...(endpoint !== undefined && { endpoint }),
    ...(local && { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } }),
  });
  return createStore(client, name, settings.retentionDays ?? defaultSettings.retentionDays);
}

/** The kick of AWS: an asynchronous invocation of the target's scene function. */
function composeKick(env: Env, now: () => number): Kick {
  const needed = (name: string): string => env[name] ?? "";
  return createInvoke({
    region: needed("AWS_REGION"),
    functionName: (scene) => env[`RELAY_FUNCTION_${scene.toUpperCase()}`] ?? needed("AWS_LAMBDA_FUNCTION_NAME"),
    credentials: {
      accessKeyId: needed("AWS_ACCESS_KEY_ID"),
      secretAccessKey: needed("AWS_SECRET_ACCESS_KEY"),
      ...(env["AWS_SESSION_TOKEN"] !== undefined && { sessionToken: env["AWS_SESSION_TOKEN"] }),
    },
    now,
  });
}

/** Form and size as the route of the first delivery asks, words and links as the settings say. */
function styleOf(scene: SceneName, { language, links }: Settings, deliveries: readonly Delivery[]): Style {
  const [first] = deliveries;
  return {
    form: first?.form ?? "text",
    ...(first?.ark !== undefined && { ark: first.ark }),
    wire: scenes[scene].wire,
    language,
    links,
    limit: sizeLimits[scene],
  };
}
