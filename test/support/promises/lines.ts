import { accept } from "../../../lib/accept/accept.ts";
import { createGuesses } from "../../../lib/accept/guesses.ts";
import type { AcceptPorts } from "../../../lib/accept/accept-ports.ts";
import { createBreaker } from "../../../lib/deliver/breaker.ts";
import { createLimitsGate } from "../../../lib/deliver/limits-gate.ts";
import { deliver } from "../../../lib/deliver/deliver.ts";
import type { DeliverPorts } from "../../../lib/deliver/deliver-ports.ts";
import { createHear } from "../../../lib/listen/hear.ts";
import { listen } from "../../../lib/listen/listen.ts";
import type { ListenPorts } from "../../../lib/listen/listen-ports.ts";
import type { Routes } from "../../../lib/model/route.ts";
import { type SceneName, sceneNames } from "../../../lib/model/scene.ts";
import { defaultSettings, type LimitsBasis, type Settings } from "../../../lib/model/settings.ts";
import { composePlanRules } from "../../../lib/compose/plan-rules.ts";
import { createLimitsReader } from "../../../lib/outbox/limits-reader.ts";
import { listHeld } from "../../../lib/outbox/list-held.ts";
import { toldHeld } from "../../../lib/deliver/told-held.ts";
import type { Target } from "../../../lib/model/target.ts";
import type { AskGuild, Clock, Log, Qq, Wake } from "../../../lib/ports.ts";
import { deriveKeys } from "../../../lib/qq/callback/keys.ts";
import { styleOf } from "../../../lib/render/style/style-of.ts";
import { createStore } from "../../../lib/store/store.ts";
import type { Table } from "../../../lib/store/table.ts";
import { sweep } from "../../../lib/sweep/sweep.ts";
import { routes as named, session } from "./routes.ts";
import { noSns } from "../no-sns.ts";

export const bot = { appId: "app", appSecret: "secret-of-the-bot" } as const;

const keys = deriveKeys(bot.appSecret);
/** Longer than any run, so that the log of deliveries is whole at its end. */
const retentionDays = 400;

/** What the lines of one run have in common. */
export type Shared = {
  readonly limits: LimitsBasis;
  readonly clock: Clock;
  readonly log: Log;
  readonly wake: Wake;
  readonly send: Qq["send"];
  /** No guild's owner has set anything where nothing is said. */
  readonly askGuild?: AskGuild;
  readonly newId: () => string;
  readonly arrivalTime: (now: number) => number;
};

const tellNothing: AskGuild = () => Promise.resolve({ kind: "told", perDay: undefined });

export const storeOn = (table: Table) => createStore(table, retentionDays);

/** The four lines as `lib/compose` wires them, over one table, with QQ and time as the run has them. */
export function composeLines(table: Table, shared: Shared, routes: Routes = named) {
  const { clock, log, wake } = shared;
  const settings: Settings = { ...defaultSettings, limits: shared.limits };
  const rulesOf = (scene: SceneName) => composePlanRules(scene, routes, settings);
  const store = storeOn(table);
  const breaker = createBreaker({ store, log });
  const limits = createLimitsGate({ settings, routes, store, askGuild: shared.askGuild ?? tellNothing, log });
  const reader = createLimitsReader({ settings, routes, store });
  const common = { store, wake, clock, log, routes, settings };
  const deliverPorts = (scene: SceneName): DeliverPorts => ({
    ...common,
    qq: { send: shared.send },
    openDm: () => Promise.resolve({ kind: "opened", id: session.id }),
    media: {
      isInternal: () => Promise.resolve(false),
      prepare: () => Promise.resolve({ kind: "no-media", reason: "no notice here has a picture" }),
      forget: () => undefined,
    },
    random: () => 0.5,
    newId: shared.newId,
    rules: rulesOf(scene),
    breaker,
    limits,
    language: settings.language,
    styleOf: (deliveries) => styleOf(scene, settings, deliveries, routes),
  });
  const delivering = Object.fromEntries(sceneNames.map((scene) => [scene, deliverPorts(scene)])) as Record<
    SceneName,
    DeliverPorts
  >;
  const acceptPorts = (scene: SceneName): AcceptPorts => ({
    sns: noSns,
    guesses: createGuesses(),
    heldOf: (delivery) =>
      toldHeld(delivery, settings.timeZone, clock.now().getTime(), {
        store,
        limits: reader,
        rules: rulesOf(delivery.target.scene),
      }),
    ...common,
    scene,
    secretsOf: () => [],
    arrivalTime: shared.arrivalTime,
    deliver: (target, deadline) => deliver(target, deadline, { ...delivering[scene], isAwaited: true }),
  });
  const listenPorts: ListenPorts = {
    ...common,
    bot: { appId: bot.appId, keys },
    limits: reader,
    hear: createHear(common),
    acknowledge: () => Promise.resolve(),
    ownId: () => Promise.resolve(undefined),
  };
  return {
    accept: (scene: SceneName, inbound: Parameters<typeof accept>[0], deadline: number) =>
      accept(inbound, deadline, acceptPorts(scene)),
    deliver: (target: Parameters<typeof deliver>[0], deadline: number) =>
      deliver(target, deadline, delivering[target.scene]),
    listen: (inbound: Parameters<typeof listen>[0], deadline: number) => listen(inbound, deadline, listenPorts),
    held: (target: Target, now: number) =>
      listHeld(target, Number.POSITIVE_INFINITY, now, { store, limits: reader, rules: rulesOf(target.scene) }),
    sweep: (scope: Parameters<typeof sweep>[0], now: number) => sweep(scope, now, { store, wake, log }),
  };
}
