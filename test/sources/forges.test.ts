import { describe, expect, it } from "vitest";
import { findRoute } from "../../lib/accept/find-route.ts";
import { prove } from "../../lib/accept/prove.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { Routes } from "../../lib/model/route.ts";
import { chooseSource } from "../../lib/policy/intake/choose-source.ts";
import { sources } from "../../lib/sources/index.ts";
import { casesOf, type ForgeName, forges, inboundOfCase, readCase, say } from "../support/forges.ts";
import { inboundOf } from "../support/inbound.ts";
import { signAs } from "../support/sign-as.ts";
import { badBodies } from "./bad-bodies.ts";

const events: Readonly<Record<ForgeName, Readonly<Record<string, string>>>> = {
  gitea: { "x-gitea-event": "push" },
  gitee: { "x-gitee-event": "Push Hook" },
  coding: { "x-coding-event": "push" },
  bitbucket: { "x-event-key": "repo:push" },
};

const cases = forges.flatMap((forge) => casesOf(forge).map((name) => [forge, name] as const));

describe.each(forges)("%s", (forge) => {
  it.each(badBodies)("refuses %s with a reason in both languages", async (_, body) => {
    const format = await sources[forge].load();
    const parsed = format.parse(inboundOf({ headers: events[forge], body }), {});
    expect(parsed).toMatchObject({ message: expect.stringMatching(/^body.* · .*\p{Script=Han}/su) });
  });

  it("names every event of its cases for filters", async () => {
    const format = await sources[forge].load();
    const named: Readonly<Record<string, readonly string[] | true>> = sources[forge].events;
    const unknown = casesOf(forge).flatMap((name) => {
      const parsed = format.parse(inboundOfCase(readCase(forge, name)), {});
      if (isRefusal(parsed) || name === "unknown.event") return [];
      const { event, action } = parsed;
      const actions = named[event];
      const isKnown = actions === true || (actions !== undefined && (action === undefined || actions.includes(action)));
      return isKnown ? [] : [`${event}.${action}`];
    });
    expect(unknown).toEqual([]);
  });
});

it.each(["gitea", "coding", "bitbucket"] as const)("%s refuses a request that names no event", async (forge) => {
  const format = await sources[forge].load();
  for (const event of [undefined, "", "<script>", "x".repeat(100)]) {
    const [name = ""] = Object.keys(events[forge]);
    const headers = event === undefined ? {} : { [name]: event };
    expect(format.parse(inboundOf({ headers, body: "{}" }), {})).toMatchObject({
      refusal: "unreadable",
      message: expect.stringMatching(/^header X-.* · 请求头 X-/),
    });
  }
});

it.each(cases)("a request of %s (%s) is told from GitHub's and the others'", (forge, name) => {
  const listed = [sources.github, ...forges.toReversed().map((each) => sources[each]), sources.generic];
  expect(chooseSource(listed, inboundOfCase(readCase(forge, name)))?.name).toBe(forge);
});

describe("what a repeat is known by", () => {
  const idOf = async (forge: ForgeName, name: string, headers: Readonly<Record<string, string>> = {}) => {
    const request = readCase(forge, name);
    const format = await sources[forge].load();
    const parsed = format.parse(inboundOfCase({ ...request, headers: { ...request.headers, ...headers } }), {});
    if (isRefusal(parsed)) throw new Error(parsed.message);
    return parsed.id ?? parsed.content;
  };

  it.each([
    ["gitea", "push.two-commits", "0b6e1a3c-8f0e-4c9f-9a35-6a4c7f1e2d01"],
    ["coding", "push.two-commits", "6f2b1d4e-0c4d-4d0a-8d1e-5b7c9e2f3a10"],
    ["bitbucket", "push.two-commits", "2c5b0c0e-6f5c-4a0c-9d5b-6a4c7f1e2d01"],
  ] as const)("%s: its sender's own id", async (forge, name, id) => expect(await idOf(forge, name)).toBe(id));

  it("Gitee: the time that is signed and what was done to which thing, not the body, which nobody signs", async () => {
    const first = await idOf("gitee", "push.two-commits");
    expect(await idOf("gitee", "push.more-than-are-listed")).toBe(first);
    expect(await idOf("gitee", "push.two-commits", { "x-gitee-timestamp": "1795255200001" })).not.toBe(first);
    expect(await idOf("gitee", "push.branch-deleted")).not.toBe(first);
    expect(await idOf("gitee", "merge_request.close")).not.toBe(await idOf("gitee", "merge_request.merge"));
  });
});

describe("secrets in a body", () => {
  const routes: Routes = { ops: { scene: "group", source: "coding", secret: "Ops", to: ["A"] } };
  const ask = (body: string, headers: Readonly<Record<string, string>> = {}) => {
    const called = findRoute(inboundOf({ path: "/ops", headers, body }), { routes, scene: "group" });
    if (isRefusal(called)) throw new Error(called.message);
    return prove(called, { secretsOf: () => ["right-secret"] });
  };

  it("prove a request of CODING's older generation", () => {
    expect(ask('{"token":"right-secret","zen":"…"}')).toEqual({ secret: "Ops" });
    for (const body of ['{"token":"wrong-secret"}', '{"token":["right-secret"]}', "{}"])
      expect([body, ask(body)]).toEqual([body, expect.objectContaining({ refusal: "unauthorized" })]);
  });

  it.each([
    ["gitee", "push.two-commits"],
    ["coding", "push.of-the-older-generation"],
  ] as const)("of %s are not handed on", async (forge, name) => {
    const format = await sources[forge].load();
    const parsed = format.parse(inboundOfCase(readCase(forge, name)), {});
    expect(JSON.stringify(parsed)).not.toContain("not-to-be-shown");
  });
});

describe("Gitea's form", () => {
  const json = JSON.stringify(readCase("gitea", "push.two-commits").body);
  const routes: Routes = { ops: { scene: "group", source: "gitea", secret: "Ops", to: ["A"] } };
  const form = `payload=${encodeURIComponent(json).replaceAll("%20", "+")}`;
  const headers = { "x-gitea-event": "push", "content-type": "application/x-www-form-urlencoded" };

  it("is signed over its JSON", () => {
    const prove_ = (body: string, signed: string) => {
      const inbound = inboundOf({
        path: "/ops",
        headers: { ...headers, ...signAs.gitea("s", signed, new Date()) },
        body,
      });
      const called = findRoute(inbound, { routes, scene: "group" });
      if (isRefusal(called)) throw new Error(called.message);
      return prove(called, { secretsOf: () => ["s"] });
    };
    expect(prove_(form, json)).toEqual({ secret: "Ops" });
    expect(prove_(`${form}&payload=%7B%7D`, json)).toMatchObject({ refusal: "unauthorized" });
  });

  it("is read where it is one, whatever the content type says", async () => {
    const plain = await say("gitea", { headers: events.gitea, raw: form });
    expect(plain).toEqual(await say("gitea", { headers: events.gitea, raw: json }));
    const hidden = JSON.stringify({ a: `&payload=${encodeURIComponent(json)}` });
    expect(await say("gitea", { headers, raw: hidden })).toMatchObject({ refusal: "invalid" });
  });
});

describe("a body with a fault", () => {
  const faulty = (body: unknown, path: readonly string[]): unknown => {
    const [name = "", ...rest] = path;
    const object = body as Readonly<Record<string, unknown>>;
    return { ...object, [name]: rest.length === 0 ? ["wrong"] : faulty(object[name], rest) };
  };

  it.each([
    ["gitea", "push.two-commits", "ref"],
    ["gitea", "fork", "forkee.full_name"],
    ["gitea", "pull_request.merged", "pull_request.title"],
    ["gitea", "issues.opened", "issue.title"],
    ["gitea", "release.published", "release.tag_name"],
    ["gitea", "action_run.failed-in-forgejo", "run.title"],
    ["gitee", "push.two-commits", "after"],
    ["gitee", "merge_request.merge", "pull_request.number"],
    ["gitee", "note.on-a-pull-request", "pull_request.title"],
    ["gitee", "issue.open", "issue.title"],
    ["coding", "push.two-commits", "after"],
    ["coding", "merge_request.create", "mergeRequest.title"],
    ["bitbucket", "push.two-commits", "push.changes.0.new.name"],
    ["bitbucket", "pullrequest.fulfilled", "pullrequest.id"],
    ["bitbucket", "status.failed", "commit_status.state"],
  ] as const)("%s: %s is refused by the place, %s, in both languages", async (forge, name, place) => {
    const request = readCase(forge, name);
    const body = place.includes(".0.")
      ? { ...(request.body as object), push: { changes: [{ new: { name: 7 } }] } }
      : faulty(request.body, place.split("."));
    const told = `body.${place.replace(".0.", "[0].")}`;
    const said = await say(forge, { ...request, body });
    expect(said).toMatchObject({ refusal: "invalid", message: expect.stringContaining(` · ${told}：`) });
    expect(JSON.stringify(said)).toContain(`"${told}`);
  });
});
