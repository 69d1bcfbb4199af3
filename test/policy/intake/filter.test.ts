import { expect, test } from "vitest";
import type { Route, RouteEvent } from "../../../lib/model/route.ts";
import { passes } from "../../../lib/policy/intake/filter.ts";

const route = (change: Partial<Route>): Route => ({ scene: "group", source: "github", to: ["1"], ...change });
const push: RouteEvent = { event: "push", branch: "main", bot: false, body: { forced: false } };
const opened: RouteEvent = { event: "issues", action: "opened", bot: false, body: {} };
const byBot: RouteEvent = { ...opened, bot: true };
const on = (branch: string): RouteEvent => ({ ...push, branch });

test.each<[Partial<Route>, RouteEvent, ReturnType<typeof passes>]>([
  [{}, push, "passes"],
  [{}, byBot, "passes"],
  [{ only: ["push"] }, push, "passes"],
  [{ only: ["push"] }, opened, "only"],
  [{ only: ["issues"] }, opened, "passes"],
  [{ only: ["issues.opened"] }, opened, "passes"],
  [{ only: ["issues.closed"] }, opened, "only"],
  [{ only: ["opened"] }, opened, "only"],
  [{ only: [] }, push, "only"],
  [{ except: ["push"] }, push, "except"],
  [{ except: ["issues.opened"] }, opened, "except"],
  [{ except: ["issues.closed"] }, opened, "passes"],
  [{ only: ["issues"], except: ["issues.opened"] }, opened, "except"],
  [{ branches: ["main", "release/*"] }, push, "passes"],
  [{ branches: ["release/*"] }, push, "branch"],
  [{ branches: ["release/*"] }, opened, "passes"],
  [{ branches: ["!wip/**"] }, push, "passes"],
  [{ branches: ["!wip/**"] }, on("wip/a/b"), "branch"],
  [{ branches: ["**", "!wip/**"] }, on("wip/a"), "branch"],
  [{ branches: ["!wip/**", "**"] }, on("wip/a"), "branch"],
  [{ branches: ["!wip/**", "release/*"] }, on("main"), "branch"],
  [{ ignoreBots: true }, byBot, "bot"],
  [{ ignoreBots: true }, opened, "passes"],
  [{ ignoreBots: false }, byBot, "passes"],
  [{ filter: ({ body }) => (body as { forced: boolean }).forced }, push, "filter"],
  [{ filter: ({ branch }) => branch === "main" }, push, "passes"],
])("%j lets %j through or says why not: %s", (change, event, verdict) => {
  expect(passes(route(change), event)).toBe(verdict);
});

const filter = (): boolean => {
  throw new Error("own fault");
};

test("the route's own filter is asked last, and its throw lets the event pass, with the reason", () => {
  expect(passes(route({ only: ["issues"], filter }), push)).toBe("only");
  expect(passes(route({ filter }), push)).toEqual({ kind: "fault", reason: "it threw Error", said: "own fault" });
});

test.each<[string, () => unknown, string]>([
  ["nothing", () => undefined, "it answered neither true nor false"],
  ["text", () => "yes", "it answered neither true nor false"],
  ["a promise", async () => false, "it answered a promise, and may not be async"],
  ["a promise that fails", async () => filter(), "it answered a promise, and may not be async"],
])("a filter that answers %s judges nothing", (_, answer, reason) => {
  expect(passes(route({ filter: answer as () => boolean }), push)).toEqual({ kind: "fault", reason });
});
