import { isRegisteredHost } from "../model/registered-host.ts";
import { redirectHost } from "../model/redirect.ts";
import type { Routes } from "../model/route.ts";
import type { Said } from "../model/said.ts";
import type { Settings } from "../model/settings.ts";
import { ofRoute } from "./of-route.ts";
import { show } from "./tell-issue.ts";

type LinkSettings = Pick<Settings, "links" | "domains" | "redirect">;

const noRedirect: Said = {
  zh: 'links "redirect" 要有 redirect；例如 redirect: "https://r.example.cn/go?to={url}"',
  en: 'links "redirect" needs a redirect; write for example redirect: "https://r.example.cn/go?to={url}"',
};

const unregistered = (host: string): Said => ({
  zh: `redirect 的域名 ${show(host)} 不在 domains 里；先在 QQ 报备，再写进去`,
  en: `redirect is of ${show(host)}, which is not in domains; register it with QQ, then add it there`,
});

/** A redirect is of use only where QQ knows its domain. */
export function linkRules({ links, domains, redirect }: LinkSettings): readonly Said[] {
  const host = redirect === undefined ? undefined : redirectHost(redirect);
  return [
    ...(links === "redirect" && redirect === undefined ? [noRedirect] : []),
    ...(host !== undefined && !isRegisteredHost(host, domains) ? [unregistered(host)] : []),
  ];
}

const noneInSettings: Said = {
  zh: 'links "redirect" 要在设置里有 redirect；请补上，或改成 "defang"',
  en: 'links "redirect" needs a redirect in the settings; give it one, or say "defang"',
};

/** Faults of routes that the settings leave without what they ask for. */
export const routeLinkRules = (routes: Routes, { redirect }: LinkSettings): readonly Said[] =>
  Object.entries(routes)
    .filter(([, { links }]) => links === "redirect" && redirect === undefined)
    .map(([id]) => ofRoute(id, noneInSettings));
