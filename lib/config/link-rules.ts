import { isRegisteredHost } from "../model/registered-host.ts";
import { redirectHost } from "../model/redirect.ts";
import type { Routes } from "../model/route.ts";
import type { Settings } from "../model/settings.ts";
import { show } from "./tell-issue.ts";

type LinkSettings = Pick<Settings, "links" | "domains" | "redirect">;

/** A redirect is of use only where QQ knows its domain. */
export function linkRules({ links, domains, redirect }: LinkSettings): readonly string[] {
  const host = redirect === undefined ? undefined : redirectHost(redirect);
  return [
    ...(links === "redirect" && redirect === undefined
      ? ['links "redirect" needs a redirect; write for example redirect: "https://r.example.cn/go?to={url}"']
      : []),
    ...(host !== undefined && !isRegisteredHost(host, domains)
      ? [`redirect is of ${show(host)}, which is not in domains; register it with QQ, then add it there`]
      : []),
  ];
}

/** Faults of routes that the settings leave without what they ask for. */
export const routeLinkRules = (routes: Routes, { redirect }: LinkSettings): readonly string[] =>
  Object.entries(routes)
    .filter(([, { links }]) => links === "redirect" && redirect === undefined)
    .map(
      ([id]) => `route ${show(id)}: links "redirect" needs a redirect in the settings; give it one, or say "defang"`,
    );
