import { expect, it } from "vitest";
import type { Route } from "../../../lib/model/route.ts";
import { warnedAtOnce } from "../../../lib/policy/forecast/warned-at-once.ts";

const me: Route = { scene: "c2c", source: "generic", secret: "S", to: ["U1"] };
const critical: Route = { ...me, policy: { proactive: "critical", reserve: 1 } };

it.each([
  ["no route is named", undefined, { me }, { me }],
  ["one that says nothing", "me", { me, ci: me }, { me: { ...me, policy: { proactive: "always" } }, ci: me }],
  ["one that says otherwise", "me", { me: critical }, { me: critical }],
  ["a name that no route has", "toString", { me }, { me }],
] as const)("warnings are pushed at once: %s", (_, warnTo, routes, expected) =>
  expect(warnedAtOnce(routes, warnTo === undefined ? {} : { warnTo })).toEqual(expected),
);
