import { composeStore } from "../../lib/compose/store.ts";
import type { Env } from "../../lib/compose/env.ts";
import type { Table } from "../../lib/store/table.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { codeLifetime } from "../../lib/policy/command/pairing.ts";
import { sceneWords } from "../run/scene-words.ts";
import { composePairing, type Pairing } from "../admin/pairing.ts";
import { reachPairing } from "./reach-pairing.ts";
import { type ReachOptions, reachRelay } from "./reach-relay.ts";
import { readConfiguration } from "../run/read-configuration.ts";
import { fill, width } from "./width.ts";
import { minute } from "../../lib/base/time.ts";

export type PairingOptions = ReachOptions & {
  /** The relay's table, for AWS: written directly, and checked against the routes file. */
  readonly table?: string;
  readonly routes?: string;
};

/** `relay pair <route>`: a one-time code, and what to type in QQ. Throws one sentence when there can be none. */
export async function runPair(route: string, options: PairingOptions, env: Env, now: () => number): Promise<string> {
  const paired = await (await openPairing(options, env, now)).pair(route);
  if ("error" in paired) throw new Error(paired.message);
  const minutes = codeLifetime / minute;
  const [zh, en, mention] = places[paired.scene];
  const command = (bot: string): string => `${mention ? `${bot} ` : ""}/bind ${paired.code}`;
  return [
    `${zh}发送：${command("@机器人")}`,
    `${minutes} 分钟内有效，只能用一次；之后路由 ${route} 的通知会发到那里。`,
    "",
    `${en}, send: ${command("@bot")}`,
    `Good for ${minutes} minutes and one use; then notices of route ${route} go there.`,
    "",
  ].join("\n");
}

/** Where a code is typed, and whether the bot has to be mentioned there. */
const places = {
  c2c: ["在和机器人的单聊里", "In a private chat with the bot", false],
  group: ["在群里", "In the group", true],
  channel: ["在子频道里", "In the channel", true],
  dm: ["在频道私信里", "In the channel DM with the bot", false],
} as const satisfies Record<SceneName, readonly [zh: string, en: string, mention: boolean]>;

/** `relay bindings [route]`: one line for each pairing, ids shortened. */
export async function runBindings(
  route: string | undefined,
  options: PairingOptions,
  env: Env,
  now: () => number,
): Promise<string> {
  const bindings = await (await openPairing(options, env, now)).bindings(route);
  if ("error" in bindings) throw new Error(bindings.message);
  if (bindings.length === 0) return "还没有绑定：npm run relay -- pair <route> · nothing is paired yet\n";
  const column = Math.max(...bindings.map(({ route }) => width(route)));
  return bindings
    .map(({ route, scene, target }) => `${fill(route, column)}  ${fill(sceneWords[scene], 14)}  ${shorten(target)}\n`)
    .join("");
}

const shorten = (id: string): string => (id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`);

async function openPairing(options: PairingOptions, env: Env, now: () => number): Promise<Pairing> {
  const { table } = options;
  if (table === undefined) return reachPairing(reachRelay(options, env));
  const { routes, settings } = await readConfiguration(options, env);
  const pairing = composePairing(routes, composeStore({ table: await openDeployed(table, env, now), settings }), now);
  const explain = (cause: unknown): never => {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`无法读写表 ${table} · table ${table} cannot be used: ${message}`, { cause });
  };
  return {
    pair: (route) => pairing.pair(route).catch(explain),
    bindings: (route) => pairing.bindings(route).catch(explain),
  };
}

/** The SDK is loaded only where a deployed table is meant. */
async function openDeployed(name: string, env: Env, now: () => number): Promise<Table> {
  const { composeDynamoTable } = await import("../../lib/compose/dynamo-table.ts");
  return composeDynamoTable({ ...env, RELAY_TABLE: name }, now);
}
