import { expect, test } from "vitest";
import { warnRules } from "../../lib/config/warn-rules.ts";
import type { Routes } from "../../lib/model/route.ts";

const route = { scene: "c2c", source: "generic", open: true, to: ["A"] } as const;
const routes: Routes = { ci: route, me: route };

test.each([{}, { warnTo: "me" }])("%j is good", (settings) => {
  expect(warnRules(settings, routes)).toEqual([]);
});

test.each(["mee", "", "toString"])("warnTo %j is told in both languages, with the routes that there are", (warnTo) => {
  expect(warnRules({ warnTo }, routes)).toEqual([
    {
      zh: `设置：warnTo 没有叫 "${warnTo}" 的路由；有 ci、me，或者去掉 warnTo`,
      en: `settings: warnTo "${warnTo}" is no route; there are ci, me, or take it away`,
    },
  ]);
});
