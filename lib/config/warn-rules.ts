import type { Routes } from "../model/route.ts";
import type { Said } from "../model/said.ts";
import type { Settings } from "../model/settings.ts";
import { show } from "./tell-issue.ts";

/** The route that warns the operator has to be there. */
export function warnRules({ warnTo }: Pick<Settings, "warnTo">, routes: Routes): readonly Said[] {
  if (warnTo === undefined || Object.hasOwn(routes, warnTo)) return [];
  const ids = Object.keys(routes);
  return [
    {
      zh: `设置：warnTo 没有叫 ${show(warnTo)} 的路由；有 ${ids.join("、")}，或者去掉 warnTo`,
      en: `settings: warnTo ${show(warnTo)} is no route; there are ${ids.join(", ")}, or take it away`,
    },
  ];
}
