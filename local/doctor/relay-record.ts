import * as z from "zod";
import { readBases } from "../../lib/compose/bases.ts";
import { type GatewayStatus, gatewayStates, troubles } from "../../lib/model/gateway-status.ts";
import type { PresetName } from "../../lib/model/limits.ts";
import type { Routes } from "../../lib/model/route.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import { defaultSettings, eventsWays, type Settings } from "../../lib/model/settings.ts";
import type { Standing } from "../../lib/model/standing.ts";
import { type Target, targetName } from "../../lib/model/target.ts";
import { unpairedTarget } from "../../lib/model/unpaired.ts";
import { findTargets } from "../../lib/outbox/targets.ts";
import { memory } from "../../lib/policy/quota/in-force.ts";
import type { Store } from "../../lib/ports.ts";

const scene = z.enum(sceneNames);
const time = z.number();

/** What a relay, or its table, knows of itself that tells whether it is well. Times in ms of the epoch. */
export const RelayRecord = z.object({
  /** Of a relay that runs here, and not of a table alone. */
  run: z
    .object({
      since: time,
      events: z.enum(eventsWays),
      /** The simulator takes QQ's place. */
      simulated: z.boolean(),
      gateway: z
        .object({
          state: z.enum(gatewayStates),
          since: time,
          trouble: z.enum(troubles).optional(),
          lastEvent: time.optional(),
          isQuiet: z.boolean(),
        })
        .optional(),
    })
    .optional(),
  /** When anybody spoke to the bot last, in any conversation of the routes. */
  spokeAt: time.optional(),
  /** Routes of which no delivery is kept, and for how many days one would be. */
  unused: z.object({ routes: z.array(z.string()), days: z.number() }),
  /** By which rules pushes are counted, and at how many conversations QQ refused what those allow. */
  rules: z.array(
    z.object({
      scene,
      preset: z.string(),
      isSet: z.boolean(),
      refused: z.number(),
      /** QQ has shown that it goes by the rules of 2026, which are wider. */
      isWider: z.boolean(),
    }),
  ),
  /** QQ's codes that something waits for, by the last answer to each. */
  codes: z.array(z.number()),
});

export type RelayRecord = z.output<typeof RelayRecord>;

type RecordPorts = {
  readonly routes: Routes;
  readonly settings: Partial<Settings>;
  readonly store: Store;
  /** Ms of the epoch. */
  readonly now: number;
};

/**
 * Reads what the table knows: of each conversation its standing, of each of a route's conversations whether any delivery of the route
 * is there (their keys begin with its name, so that is one entry of one query). Writes nothing.
 */
export async function readRecord(ports: RecordPorts): Promise<Omit<RelayRecord, "run">> {
  const { routes, store, now } = ports;
  const { retentionDays } = { ...defaultSettings, ...ports.settings };
  const ways = await Promise.all(
    Object.entries(routes).map(async ([id, route]) => ({ id, targets: await findTargets(id, route, store) })),
  );
  const targets = [...new Map(ways.flatMap((way) => way.targets).map((each) => [targetName(each), each])).values()];
  const [standings, bases, evidence, used] = await Promise.all([
    Promise.all(targets.map((target) => store.load(target, now))),
    readBases(ports, store, now),
    Promise.all(sceneNames.map(async (name) => [name, await store.readEvidence(name)] as const)),
    Promise.all(ways.map(async ({ id, targets: own }) => ({ id, isUsed: await isUsed(id, own, ports) }))),
  ]);
  const shown = new Map(evidence);
  const spoken = standings.flatMap(({ state }) => state.spokeAt ?? []);
  return {
    ...(spoken.length > 0 && { spokeAt: Math.max(...spoken) }),
    unused: { routes: used.filter((each) => !each.isUsed).map(({ id }) => id), days: retentionDays },
    rules: bases.map(({ scene: name, basis }) => ({
      scene: name,
      preset: basis.preset,
      isSet: basis.why === "set",
      refused: standings.filter((each) => each.target.scene === name && isRefused(each, basis.preset)).length,
      isWider: basis.preset === "published" && (shown.get(name)?.provenAt ?? 0) > now - memory,
    })),
    codes: [...new Set(standings.flatMap(({ deliveries }) => deliveries.flatMap(({ last }) => last?.code ?? [])))],
  };
}

/** In a row, after waits that a pace never takes. */
const isNoPace = 2;

/** One of QQ's codes for "too much" counts as the pace under `2026`: that it stays tells that the period is meant. */
const isRefused = ({ quota: { refused } }: Standing, preset: PresetName): boolean =>
  (refused.quota ?? 0) > 0 || (preset === "2026" && (refused.pace ?? 0) >= isNoPace);

async function isUsed(route: string, paired: readonly Target[], { routes, store }: RecordPorts): Promise<boolean> {
  const scene = routes[route]?.scene ?? "group";
  const places = [...paired, unpairedTarget(scene, route)];
  return (await Promise.all(places.map((target) => store.hasDeliveryOf(target, route)))).some(Boolean);
}

/** How the connection to QQ's gateway is, as far as a record tells it. */
export const recordGateway = ({ state, since, trouble, lastEvent, isQuiet }: GatewayStatus) => ({
  state,
  since,
  isQuiet,
  ...(trouble !== undefined && { trouble }),
  ...(lastEvent !== undefined && { lastEvent }),
});
