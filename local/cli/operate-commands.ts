import { join, resolve } from "node:path";
import * as z from "zod";
import type { Env } from "../../lib/compose/env.ts";
import { secretNames, readSecrets } from "../run/secrets.ts";
import { readConfiguration } from "../run/read-configuration.ts";
import { restoreTable } from "../run/restore-table.ts";
import { type ReachOptions, reachRelay } from "./reach-relay.ts";

const dataOf = (env: Env): string => resolve(env["RELAY_DATA"] || ".relay");

/** `relay secrets`: what senders have to be given; a value that comes from the environment is told by its name only. */
export async function runSecrets(options: { readonly routes?: string }, env: Env): Promise<string> {
  const { routes } = await readConfiguration(options, env);
  const names = secretNames(routes);
  if (names.length === 0) return "没有路由用到密钥 · no route names a secret\n";
  const { values, generated } = readSecrets(names, env, join(dataOf(env), "secrets.json"));
  return names
    .map((name) =>
      generated.includes(name)
        ? `${name}=${values[name]}\n`
        : `${name}  来自环境变量或 .env · from the environment or .env\n`,
    )
    .join("");
}

/** `relay console`: a link that opens the console once, within ten minutes. */
export async function runConsole(options: ReachOptions, env: Env): Promise<string> {
  const { url } = await reachRelay(options, env)("/_relay/console", z.object({ url: z.string() }), {});
  return `${url}\n10 分钟内打开一次有效 · opens once, within ten minutes\n`;
}

/** `relay backup <file>`: a whole copy of the table, made by the relay that runs. */
export async function runBackup(file: string, options: ReachOptions, env: Env): Promise<string> {
  const path = resolve(env["INIT_CWD"] || ".", file);
  const { bytes } = await reachRelay(options, env)("/_relay/backup", z.object({ bytes: z.number() }), { file: path });
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `已备份到 ${path}（${size}）· backed up to ${path} (${size})\n`;
}

/** `relay restore <file>`: puts a copy in the table's place while no relay runs. */
export async function runRestore(
  file: string,
  options: { readonly routes?: string; readonly settings?: string },
  env: Env,
  now: () => number,
): Promise<string> {
  const { settings } = await readConfiguration(options, env);
  const path = resolve(env["INIT_CWD"] || ".", file);
  const { held, aside } = await restoreTable({ file: path, data: dataOf(env), settings, now });
  return [
    `已恢复 ${path}。原来的数据在 ${aside}。`,
    `备份时还没发出的 ${held} 条标为“不确定”，因为之后可能已经发过；额度按用完算，到周期结束为止。`,
    `Restored ${path}. What was there before is in ${aside}.`,
    `${held} notices that were pending then are kept as unsure, since they may have been sent after the backup; quotas count as spent until their period ends.`,
    "",
  ].join("\n");
}

/** `relay replay <scene> <target> [id]`: what ended without being told there is pending again, or one delivery of it. */
export async function runReplay(
  { scene, target, id }: { readonly scene: string; readonly target: string; readonly id: string | undefined },
  options: ReachOptions,
  env: Env,
): Promise<string> {
  const asked = { scene, target, ...(id !== undefined && { id }) };
  const { replayed } = await reachRelay(options, env)("/_relay/replay", z.object({ replayed: z.number() }), asked);
  return (
    `${replayed} 条重新排队，按额度和回复窗口发出\n` +
    `${replayed} notices are pending again, and go out as quota and reply windows allow\n`
  );
}
