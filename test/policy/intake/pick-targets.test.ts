import { expect, test } from "vitest";
import type { Route } from "../../../lib/model/route.ts";
import { pickTargets } from "../../../lib/policy/intake/pick-targets.ts";

const route: Route = {
  scene: "dm",
  source: "gotify",
  open: true,
  to: ["A", { id: "B", guild: "1" }, { user: "C", guild: "2" }],
  pick: { "10001": "A", b: "B", "10003": "C" },
};
const { pick: _, ...withoutPick } = route;

test.each<[chat: string | undefined, to: Route["to"]]>([
  [undefined, route.to],
  ["10001", ["A"]],
  ["b", [{ id: "B", guild: "1" }]],
  ["10003", [{ user: "C", guild: "2" }]],
])("a request for %s goes to %j", (chat, to) => expect(pickTargets(route, chat)).toEqual({ ...route, to }));

test.each(["A", "10002", "", "__proto__", "constructor", "B"])("a request for %j is told that there is none", (chat) =>
  expect(pickTargets(route, chat)).toMatchObject({ refusal: "unknown-chat" }),
);

test.each([undefined, "10001", "x"])("without `pick` nothing that a request names is looked at: %s", (chat) =>
  expect(pickTargets(withoutPick, chat)).toBe(withoutPick),
);
