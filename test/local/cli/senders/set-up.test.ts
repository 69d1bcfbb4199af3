import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { findRoute } from "../../../../lib/accept/find-route.ts";
import { prove } from "../../../../lib/accept/prove.ts";
import { authSchemes } from "../../../../lib/model/auth.ts";
import { isRefusal } from "../../../../lib/model/refusal.ts";
import type { Route, Routes } from "../../../../lib/model/route.ts";
import { type SourceName, sources } from "../../../../lib/sources/index.ts";
import { senders } from "../../../../local/cli/senders/index.ts";
import type { Way } from "../../../../local/cli/senders/sender.ts";
import { fillWay } from "../../../../local/cli/senders/fill-way.ts";
import { setUpsOf } from "../../../../local/cli/senders/set-up.ts";
import { waysByProofs } from "../../../../local/cli/senders/ways-of.ts";
import { root } from "../../../structure/project-files.ts";
import { postCall } from "./post-call.ts";

const names = Object.keys(sources) as SourceName[];

/** Those that no secret of ours proves, but a certificate of their vendor's. */
const certified = names.filter((name) => !["dialect", ...authSchemes].includes(sources[name].auth));

const own = "https://relay.example";
const functionUrl = "https://abc123.lambda-url.ap-east-1.on.aws";

/** With every sign that would end or change an address. */
const odd = "a/b?c=d&e%2F+#ü";

const routeOf = (source: SourceName, more: Partial<Route> = {}): Routes => ({
  ops: { scene: "group", source, secret: "OpsSecret", to: ["A"], ...more },
});

const waysOf = (routes: Routes, base: string, secret: string): readonly Way[] =>
  setUpsOf(routes, base, { OpsSecret: secret }).flatMap(({ ways }) => ways);

/** What becomes of the request that a printed way makes: the secret that proved it, or why nothing did. */
function ask(routes: Routes, { call }: Way, printed: string, real: string) {
  const source = String(routes["ops"]?.source);
  const inbound = postCall(call, { source, scene: "group", secret: printed });
  const called = findRoute(inbound, { routes, scene: "group" });
  if (isRefusal(called)) return called.message;
  const proven = called.unfit ?? prove(called, { secretsOf: (secrets) => secrets.map(() => real) });
  return isRefusal(proven) ? proven.refusal : { route: called.id, source: called.source.name, ...proven };
}

it("every source has an entry, with words in both languages and a page that is there in both", () => {
  expect(Object.keys(senders).toSorted()).toEqual(names.toSorted());
  for (const [name, { menu, page }] of Object.entries(senders)) {
    expect([name, menu.zh, menu.en]).toEqual([name, expect.stringMatching(/./), expect.stringMatching(/[A-Za-z]/)]);
    for (const file of [`docs/${page}.md`, `docs/${page}.zh-CN.md`])
      expect([file, existsSync(join(root, file))]).toEqual([file, true]);
  }
});

it.each(["README.md", "README.zh-CN.md"])("docs/senders/%s names every source and leads to its page", (file) => {
  const table = readFileSync(join(root, "docs", "senders", file), "utf8");
  for (const name of names) {
    const { page } = senders[name];
    const link = `(${posix.relative("senders", page)}${file.slice("README".length)})`;
    expect([name, table.includes(`\`${name}\``), table.includes(link)]).toEqual([name, true, true]);
  }
});

describe.each(names.filter((name) => !certified.includes(name)))("what is printed for %s", (source) => {
  const cases = [own, functionUrl].flatMap((base) => ["right-secret", odd].map((secret) => [base, secret] as const));

  it.each(cases)("is believed when it is posted to %s, with the secret %s", (base, secret) => {
    const routes = routeOf(source);
    const ways = waysOf(routes, base, secret);
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways)
      expect([way.call, ask(routes, way, secret, secret)]).toEqual([
        way.call,
        { route: "ops", source, secret: "OpsSecret" },
      ]);
  });

  it("is not believed with another secret", () => {
    const routes = routeOf(source);
    for (const way of waysOf(routes, own, "wrong-secret"))
      expect([way.call, ask(routes, way, "wrong-secret", "right-secret")]).toEqual([way.call, "unauthorized"]);
  });

  it("holds all that its sender then posts: the address, and the secret in some field", () => {
    for (const { enter, call } of waysOf(routeOf(source), own, "right-secret")) {
      const values = enter.map(({ value }) => value);
      expect(values.join("\n")).toContain("right-secret");
      const addresses = values.map((value) => value.replace(/^json/, "http"));
      expect(
        addresses.some((value) => value.startsWith("https://") && call.url.startsWith(value.replace(/\?$/, ""))),
      ).toBe(true);
    }
  });

  it("shows no secret unless its value is given, only its name", () => {
    const shown = JSON.stringify(setUpsOf(routeOf(source, { secret: ["OpsSecret", "Old"] }), own));
    expect(shown).toContain("<OpsSecret>");
    expect(shown).not.toMatch(/\{\w+\}|Old/);
  });

  it("is found where the route is open", () => {
    const routes: Routes = { ops: { scene: "group", source, open: true, to: ["A"] } };
    for (const way of waysOf(routes, own, "")) expect(ask(routes, way, "any", "")).toEqual({ route: "ops", source });
  });

  it.each(authSchemes)("is as the route's auth says: %s", (auth) => {
    const routes = routeOf(source, { auth });
    const ways = waysOf(routes, own, "right-secret");
    expect(ways).toHaveLength(1);
    for (const way of ways)
      expect(ask(routes, way, "right-secret", "right-secret")).toEqual({ route: "ops", source, secret: "OpsSecret" });
  });
});

it("names the headers that the sender's user gave names of their own", () => {
  const routes = routeOf("generic", { auth: "grafana", headers: { signature: "X-Sig" } });
  const ways = waysOf(routes, own, "right-secret");
  expect(ways.map(({ enter }) => enter.map(({ value }) => value))).toEqual([
    [`${own}/group/ops`, "right-secret", "X-Sig"],
  ]);
  for (const way of ways)
    expect(ask(routes, way, "right-secret", "right-secret")).toMatchObject({ secret: "OpsSecret" });
});

it.each(certified)(
  "what is printed for %s, which no secret proves, is its address, whatever the route says",
  (source) => {
    for (const routes of [routeOf(source), routeOf(source, { auth: "key" })])
      expect(waysOf(routes, own, "right-secret").map(({ call }) => call)).toEqual([
        { method: "POST", url: `${own}/group/ops` },
      ]);
  },
);

it.each(names.filter((name) => sources[name].auth === "dialect"))(
  "%s would be believed without an entry too, by the places of its proofs",
  (source) => {
    const given = { at: `${own}/group/ops`, root: own, route: "ops", secret: "right-secret" };
    const ways = waysByProofs({}, sources[source]).map((way) => fillWay(way, given));
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways)
      expect(ask(routeOf(source), way, "right-secret", "right-secret")).toMatchObject({ secret: "OpsSecret" });
  },
);
