import { resolve } from "node:path";
import type * as z from "zod";
import type { Env } from "../../lib/compose/env.ts";
import { readConfiguration } from "../run/read-configuration.ts";
import type { Imported } from "./command-answers.ts";
import { type DeployedOptions, isDeployed, openDeployed } from "./deployed.ts";
import { failure } from "./failure.ts";
import { importInto } from "./import-table.ts";
import { printed } from "./printed.ts";
import { withProgress } from "./progress.ts";

export type ImportOptions = DeployedOptions & {
  readonly routes?: string;
  readonly settings?: string;
  readonly over?: boolean;
  readonly json?: boolean;
};

/** `relay import <file> --table T`: puts a backup into a deployed table, of this machine's relay or of another table. */
export async function runImport(file: string, options: ImportOptions, env: Env, now: () => number): Promise<string> {
  if (!isDeployed(options))
    throw failure("usage", {
      zh: "导入到哪张表：加 --table 表名，或 --stage 阶段。恢复本机的中继用 restore",
      en: "Say into which table: --table NAME, or --stage STAGE. The relay on this machine takes restore",
    });
  const { settings } = await readConfiguration(options, env);
  const path = resolve(env["INIT_CWD"] || ".", file);
  const deployed = await openDeployed(options, env, now);
  const { items, held } = await withProgress(
    { zh: "还在导入", en: "still importing" },
    importInto(deployed, { file: path, settings, isOver: options.over === true, now }),
  );
  return printed<z.output<typeof Imported>>({ file: path, table: deployed.name, items, held }, options, showImported);
}

const showImported = ({ file, table, items, held }: z.output<typeof Imported>): string =>
  [
    `已把 ${file} 的 ${items} 项导入表 ${table}。`,
    `备份时还没发出的 ${held} 条标为“不确定”，因为之后可能已经发过：replay --unsure 看，加 --yes 才发；额度按用完算，到周期结束为止。`,
    `Imported ${items} items of ${file} into the table ${table}.`,
    `${held} notices that were pending then are kept as unsure, since they may have been sent after the backup: replay --unsure lists them, and sends them with --yes; quotas count as spent until their period ends.`,
    "",
  ].join("\n");
