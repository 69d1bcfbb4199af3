import { dirname, join, resolve } from "node:path";
import { second } from "../../../lib/base/time.ts";
import { type Env, readQqConfig } from "../../../lib/compose/env.ts";
import type { Said } from "../../../lib/model/said.ts";
import { inspectConfiguration } from "../../run/read-configuration.ts";
import { lookUpSecrets, secretNames } from "../../run/secrets.ts";
import type { Facts } from "../facts.ts";
import type { RelayRecord } from "../relay-record.ts";
import type { Ask } from "./ask.ts";
import { askCallback } from "./ask-callback.ts";
import { askQq } from "./ask-qq.ts";

/** What facts are gathered by: a test hands in its own. */
export type Edges = {
  readonly ask: Ask;
  /** Ms of the epoch. */
  readonly now: () => number;
  /** A text that nobody foresees, of letters and digits. */
  readonly token: () => string;
  /** Bytes that are free where a folder is; undefined where there is none. */
  readonly freeBytes: (folder: string) => number | undefined;
};

export type Meant = {
  readonly where: Facts["where"];
  readonly routes?: string;
  readonly settings?: string;
  /** QQ's callback as its console has it; else by `RELAY_CALLBACK_URL`. */
  readonly callback?: string;
  /** Asks the relay, or its table; throws a sentence where that cannot be. */
  readonly readRelay: (configuration: Facts["configuration"]) => Promise<RelayRecord>;
};

/** For each call of QQ's (ms). */
const timeoutMs = 5 * second;

/** Everything that doctor looks at. Writes nothing anywhere. */
export async function gather(meant: Meant, env: Env, edges: Edges): Promise<Facts> {
  const configuration = await readFiles(meant, env);
  const [own, relay] = await Promise.all([
    gatherOwn({ where: meant.where, configuration, timeoutMs }, env, edges),
    meant.readRelay(configuration).catch((error: unknown) => ({ silent: saidOf(error) })),
  ]);
  const callback = await readCallback(meant, relay, env, edges);
  return { ...own, relay, ...(callback && { callback }) };
}

/** What can be told without asking the relay: at its own start too. */
export async function gatherOwn(
  of: Pick<Facts, "where" | "configuration"> & { readonly timeoutMs: number },
  env: Env,
  edges: Edges,
): Promise<Facts> {
  const { where, configuration } = of;
  const bot = { id: Boolean(env["QQ_APP_ID"]), secret: Boolean(env["QQ_APP_SECRET"]) };
  const qq = bot.id && bot.secret ? await askQq(readQqConfig(env), of.timeoutMs, edges) : undefined;
  const data = resolve(env["RELAY_DATA"] || ".relay");
  const free = where === "here" ? freeAt(data, edges) : undefined;
  return {
    now: edges.now(),
    where,
    bot,
    configuration,
    ...(qq && { qq }),
    ...("routes" in configuration && {
      secrets: Object.entries(lookUpSecrets(secretNames(configuration.routes), env, join(data, "secrets.json"))).map(
        ([name, value]) => ({ name, length: value?.length }),
      ),
    }),
    ...(free !== undefined && { disk: { folder: data, free } }),
  };
}

async function readFiles(meant: Meant, env: Env): Promise<Facts["configuration"]> {
  try {
    return await inspectConfiguration(meant, env);
  } catch (error) {
    return { faults: [saidOf(error)] };
  }
}

async function readCallback(meant: Meant, relay: NonNullable<Facts["relay"]>, env: Env, edges: Edges) {
  const isNeeded = !("run" in relay && relay.run?.events === "gateway");
  const url = meant.callback ?? (isNeeded ? env["RELAY_CALLBACK_URL"] || undefined : undefined);
  if (url === undefined) return undefined;
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new Error(
      `回调地址“${url}”要写成 https://…/events（--callback、RELAY_CALLBACK_URL）\n` +
        `The callback address "${url}" has to be https://…/events (--callback, RELAY_CALLBACK_URL)`,
    );
  if (!env["QQ_APP_ID"] || !env["QQ_APP_SECRET"]) return { url, answer: { kind: "untried" } as const };
  return askCallback(url, readQqConfig(env), { ...edges, now: edges.now(), token: edges.token() });
}

/** The folder may not be there before the first start: then the one that it will lie in counts. */
function freeAt(folder: string, edges: Edges): number | undefined {
  const free = edges.freeBytes(folder);
  if (free !== undefined || dirname(folder) === folder) return free;
  return freeAt(dirname(folder), edges);
}

/** Our own errors have a line of each language. */
function saidOf(error: unknown): Said {
  const [zh = "", ...en] = (error instanceof Error ? error.message : String(error)).split("\n");
  return { zh, en: en.join(" ").trim() || zh };
}
