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

/**
 * The user's two files, checked: those named by option, else by `RELAY_ROUTES` and `RELAY_SETTINGS`, else the shipped
 * ones. Throws one message with every fault of a file: where it is, and its fix.
 */
export async function readConfiguration(files: ConfigurationFiles, env: Env): Promise<Configuration> {
  const fileOf = (name: keyof ConfigurationFiles): string => {
    const named = files[name] || env[`RELAY_${name.toUpperCase()}`];
    return named ? userPath(named, env) : join(import.meta.dirname, "..", "..", "infra", `${name}.ts`);
  };
  const routes = checkRoutes(await loadExport(fileOf("routes"), "routes"), { sources });
  if ("faults" in routes) throw new Error(tell(fileOf("routes"), routes.faults));
  const settings = checkSettings(await loadExport(fileOf("settings"), "settings"));
  if ("faults" in settings) throw new Error(tell(fileOf("settings"), settings.faults));
  const unknown = warnRules(settings.settings, routes.routes);
  if (unknown.length > 0) throw new Error(tell(fileOf("settings"), unknown));
  const faults = [
    ...routeLinkRules(routes.routes, settings.settings),
    ...reserveRules(routes.routes, resolveLimits(settings.settings)),
  ];
  if (faults.length > 0) throw new Error(tell(fileOf("routes"), faults));
  return { routes: routes.routes, settings: settings.settings };
}

const tell = (file: string, faults: readonly Said[]): string =>
  [`${file} 需要修改 · has to be mended:`, ...faults.map(({ zh, en }) => `  - ${zh}\n    ${en}`)].join("\n");
