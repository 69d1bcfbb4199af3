import { expect, test } from "vitest";
import { routeLinkRules } from "../../lib/config/link-rules.ts";
import { defaultSettings } from "../../lib/model/settings.ts";

const route = { scene: "group", source: "generic", open: true, to: ["G1"] } as const;
const routes = { a: { ...route, links: "redirect" }, b: { ...route, links: "strip" }, c: route } as const;

test("a route that redirects needs the settings' redirect", () => {
  expect(routeLinkRules(routes, defaultSettings)).toEqual([
    {
      zh: '路由 "a"：links "redirect" 要在设置里有 redirect；请补上，或改成 "defang"',
      en: 'route "a": links "redirect" needs a redirect in the settings; give it one, or say "defang"',
    },
  ]);
  expect(routeLinkRules(routes, { ...defaultSettings, redirect: "https://r.example.cn/{url}" })).toEqual([]);
});
