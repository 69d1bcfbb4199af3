import { join, resolve } from "node:path";
import * as z from "zod";
import type { Env } from "../../lib/compose/env.ts";
import { secretNames, readSecrets } from "../run/secrets.ts";
import { readConfiguration } from "../run/read-configuration.ts";
import { restoreTable } from "../run/restore-table.ts";
import { backUpDeployed } from "./backup-table.ts";
import { type Backup, type Restored, type Secrets as SecretsSchema } from "./command-answers.ts";
import { type DeployedOptions, isDeployed, openDeployed } from "./deployed.ts";
import { printed } from "./printed.ts";
import { withProgress } from "./progress.ts";
import { type ReachOptions, reachRelay } from "./reach-relay.ts";

type JsonOption = { readonly json?: boolean };

type Secrets = z.output<typeof SecretsSchema>;

const dataOf = (env: Env): string => resolve(env["RELAY_DATA"] || ".relay");

export type SecretsOptions = DeployedOptions & { readonly routes?: string; readonly json?: boolean };

/**
 * `relay secrets`: what senders have to be given; a value that comes from the environment is told by its name only, and those of
 * a deployed relay are not here at all.
 */
export async function runSecrets(options: SecretsOptions, env: Env): Promise<string> {
  const { routes } = await readConfiguration(options, env);
  const names = secretNames(routes);
  return printed(isDeployed(options) ? deployedSecrets(names) : ownSecrets(names, env), options, showSecrets);
}

const deployedSecrets = (names: readonly string[]): Secrets => names.map((name) => ({ name, from: "sst" }));

function ownSecrets(names: readonly string[], env: Env): Secrets {
  const { values, generated } = readSecrets(names, env, join(dataOf(env), "secrets.json"));
  return names.map((name) =>
    generated.includes(name) ? { name, from: "generated", value: values[name] ?? "" } : { name, from: "environment" },
  );
}

const showSecrets = (secrets: Secrets): string =>
  secrets.length === 0
    ? "没有路由用到密钥 · no route names a secret\n"
    : secrets
        .map(({ name, from, value }) => (from === "generated" ? `${name}=${value}\n` : `${name}  ${origins[from]}\n`))
        .join("");

const origins = {
  environment: "来自环境变量或 .env · from the environment or .env",
  sst: "在 SST 里：npx sst secret list --stage … · kept by SST: npx sst secret list --stage …",
} as const;

/** `relay backup <file>`: a whole copy of the table, made by the relay that runs, or read from a deployed one. */
export async function runBackup(
  file: string,
  options: ReachOptions & DeployedOptions & JsonOption,
  env: Env,
  now: () => number,
): Promise<string> {
  const path = resolve(env["INIT_CWD"] || ".", file);
  const making = isDeployed(options)
    ? openDeployed(options, env, now).then((deployed) => backUpDeployed(deployed, path))
    : reachRelay(options, env)("/_relay/backup", z.object({ bytes: z.number() }), { file: path }).then(
        (made) => made.bytes,
      );
  const bytes = await withProgress({ zh: "还在备份", en: "still backing up" }, making);
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const show = (): string => `已备份到 ${path}（${size}）· backed up to ${path} (${size})\n`;
  return printed<z.output<typeof Backup>>({ file: path, bytes }, options, show);
}

/** `relay restore <file>`: puts a copy in the table's place while no relay runs. */
export async function runRestore(
  file: string,
  options: { readonly routes?: string; readonly settings?: string } & JsonOption,
  env: Env,
  now: () => number,
): Promise<string> {
  const { settings } = await readConfiguration(options, env);
  const path = resolve(env["INIT_CWD"] || ".", file);
  const { held, aside } = await restoreTable({ file: path, data: dataOf(env), settings, now });
  return printed<z.output<typeof Restored>>({ file: path, held, aside }, options, showRestored);
}

const showRestored = ({ file: path, held, aside }: z.output<typeof Restored>): string =>
  [
    `已恢复 ${path}。原来的数据在 ${aside}。`,
    `备份时还没发出的 ${held} 条标为“不确定”，因为之后可能已经发过；额度按用完算，到周期结束为止。`,
    `Restored ${path}. What was there before is in ${aside}.`,
    `${held} notices that were pending then are kept as unsure, since they may have been sent after the backup; quotas count as spent until their period ends.`,
    "",
  ].join("\n");
