import { join } from "node:path";
import type { Env } from "../../lib/compose/env.ts";
import { checkRoutes } from "../../lib/config/check-routes.ts";
import { checkSettings } from "../../lib/config/check-settings.ts";
import { routeLinkRules } from "../../lib/config/link-rules.ts";
import { reserveRules } from "../../lib/config/reserve-rules.ts";
import { warnRules } from "../../lib/config/warn-rules.ts";
import type { Said } from "../../lib/model/said.ts";
import { resolveLimits } from "../../lib/policy/quota/resolve-limits.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { Settings } from "../../lib/model/settings.ts";
import { sources } from "../../lib/sources/index.ts";
import { loadExport } from "./load-module.ts";
import { userPath } from "./user-path.ts";

export type Configuration = { readonly routes: Routes; readonly settings: Settings };

export type ConfigurationFiles = { readonly routes?: string | undefined; readonly settings?: string | undefined };

/** What is wrong with one of the user's files, each with its fix. */
export type Faulty = { readonly file: string; readonly faults: readonly Said[] };

/**
 * The user's two files, checked: those named by option, else by `RELAY_ROUTES` and `RELAY_SETTINGS`, else the shipped
 * ones. Throws one message with every fault of a file: where it is, and its fix.
 */
export async function readConfiguration(files: ConfigurationFiles, env: Env): Promise<Configuration> {
  const read = await inspectConfiguration(files, env);
  if ("faults" in read) throw new Error(tell(read));
  return read;
}

/** The same, with the faults as they are. Throws where a file cannot be loaded. */
export async function inspectConfiguration(files: ConfigurationFiles, env: Env): Promise<Configuration | Faulty> {
  const fileOf = (name: keyof ConfigurationFiles): string => {
    const named = files[name] || env[`RELAY_${name.toUpperCase()}`];
    return named ? userPath(named, env) : join(import.meta.dirname, "..", "..", "infra", `${name}.ts`);
  };
  const routes = checkRoutes(await loadExport(fileOf("routes"), "routes"), { sources });
  if ("faults" in routes) return { file: fileOf("routes"), faults: routes.faults };
  const settings = checkSettings(await loadExport(fileOf("settings"), "settings"));
  if ("faults" in settings) return { file: fileOf("settings"), faults: settings.faults };
  const unknown = warnRules(settings.settings, routes.routes);
  if (unknown.length > 0) return { file: fileOf("settings"), faults: unknown };
  const faults = [
    ...routeLinkRules(routes.routes, settings.settings),
    ...reserveRules(routes.routes, resolveLimits(settings.settings)),
  ];
  if (faults.length > 0) return { file: fileOf("routes"), faults };
  return { routes: routes.routes, settings: settings.settings };
}

const tell = ({ file, faults }: Faulty): string =>
  [`${file} 需要修改 · has to be mended:`, ...faults.map(({ zh, en }) => `  - ${zh}\n    ${en}`)].join("\n");
