import { composeStore } from "../../lib/compose/store.ts";
import type { Env } from "../../lib/compose/env.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { codeLifetime } from "../../lib/policy/command/pairing.ts";
import { sceneWords } from "../run/scene-words.ts";
import { composePairing, type Pairing } from "../admin/pairing.ts";
import { reachPairing } from "./reach-pairing.ts";
import { type ReachOptions, reachRelay } from "./reach-relay.ts";
import { readConfiguration } from "../run/read-configuration.ts";
import { fill, width } from "./width.ts";
import { minute } from "../../lib/base/time.ts";
import type * as z from "zod";
import type { Bindings, Paired } from "./command-answers.ts";
import { type DeployedOptions, isDeployed, openDeployed } from "./deployed.ts";
import { refusedBy } from "./failure.ts";
import { printed } from "./printed.ts";
import { shorten } from "./show-target.ts";

/** A deployed table is written directly, and checked against the routes file. */
export type PairingOptions = ReachOptions & DeployedOptions & { readonly routes?: string; readonly json?: boolean };

/** `relay pair <route>`: a one-time code, and what to type in QQ. Throws one sentence when there can be none. */
export async function runPair(route: string, options: PairingOptions, env: Env, now: () => number): Promise<string> {
  const paired = await (await openPairing(options, env, now)).pair(route);
  if ("error" in paired) throw refusedBy(paired.error, paired.message);
  return printed(paired, options, showPaired);
}

function showPaired({ code, route, scene }: z.output<typeof Paired>): string {
  const minutes = codeLifetime / minute;
  const [zh, en, mention] = places[scene];
  const command = (bot: string): string => `${mention ? `${bot} ` : ""}/bind ${code}`;
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

/** `relay bindings [route]`: one line for each pairing, ids shortened unless all of them is asked for. */
export async function runBindings(
  route: string | undefined,
  options: PairingOptions & { readonly full?: boolean },
  env: Env,
  now: () => number,
): Promise<string> {
  const bindings = await (await openPairing(options, env, now)).bindings(route);
  if ("error" in bindings) throw refusedBy(bindings.error, bindings.message);
  return printed([...bindings], options, (some) => showBindings(some, options.full === true));
}

function showBindings(bindings: z.output<typeof Bindings>, full: boolean): string {
  if (bindings.length === 0) return "还没有绑定：npm run relay -- pair <route> · nothing is paired yet\n";
  const column = Math.max(...bindings.map(({ route }) => width(route)));
  return bindings
    .map(({ route, scene, target }) => {
      const id = full ? target : shorten(target);
      return `${fill(route, column)}  ${fill(sceneWords[scene], 14)}  ${id}\n`;
    })
    .join("");
}

async function openPairing(options: PairingOptions, env: Env, now: () => number): Promise<Pairing> {
  if (!isDeployed(options)) return reachPairing(reachRelay(options, env));
  const { routes, settings } = await readConfiguration(options, env);
  const { table, use } = await openDeployed(options, env, now);
  const pairing = composePairing(routes, composeStore({ table, settings }), now);
  return {
    pair: (route) => use(() => pairing.pair(route)),
    bindings: (route) => use(() => pairing.bindings(route)),
  };
}
