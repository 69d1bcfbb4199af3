import { describe, expect } from "vitest";
import { composeScene } from "../../lib/compose/scene.ts";
import { sceneHandler } from "../../lib/http/handler.ts";
import type { Routes } from "../../lib/model/route.ts";
import { createContext } from "../../local/lambda/context.ts";
import { createEvent } from "../../local/lambda/function-url-event.ts";
import { githubRequest, push, type Replied, type Request, sendTo } from "../support/requests.ts";
import { sharedLineTest } from "../support/line-fixtures.ts";

const secrets = { OldSecret: "the-old-one", NewSecret: "the-new-one" };
const github = { scene: "group", source: "github", secret: "NewSecret" } as const;
const generic = { scene: "group", source: "generic", open: true } as const;

const routes: Routes = {
  ci: { ...github, to: ["ci"] },
  rotated: { ...github, secret: ["NewSecret", "OldSecret"], to: ["rotated"] },
  half: { ...github, secret: ["UnsetSecret", "OldSecret"], to: ["half"] },
  only: { ...github, to: ["quiet"], only: ["issues.opened"] },
  except: { ...github, to: ["quiet"], except: ["push"] },
  branches: { ...github, to: ["quiet"], branches: ["release/*"] },
  people: { ...github, to: ["quiet"], ignoreBots: true },
  picky: { ...github, to: ["quiet"], filter: () => false },
  mute: { ...github, to: ["quiet"], map: () => undefined },
  three: { ...generic, to: ["a", { id: "b" }, "c"] },
  repeats: { ...generic, to: ["repeats"] },
  chat: { ...generic, to: ["repeats"], repeat: "2m" },
  long: { ...generic, to: ["long"] },
  held: { scene: "channel", source: "generic", open: true, to: ["held"] },
};

const limits = { override: { group: { proactive: 1_000 }, channel: { proactive: 0 } } };

const it = sharedLineTest(routes, { env: secrets, settings: { limits }, qq: { limits } })
  .extend(
    "send",
    ({ rig }) =>
      (request: Request): Promise<Replied> =>
        sendTo(rig.relay.url, request),
  )
  .extend(
    "contents",
    ({ rig }) =>
      async (target: string) =>
        (await rig.received("group", target)).map(({ body }) => String(body["content"])),
  )
  .extend(
    "countKept",
    ({ rig }) =>
      async () =>
        (await rig.deliveries("group", "ci")).length + (await rig.deliveries("group", "quiet")).length,
  )
  /** The built handler of scene group, without HTTP in front of it. */
  .extend("invoke", ({ engine, rig }) => async (request: Request, base64: boolean) => {
    const env = {
      ...secrets,
      QQ_APP_ID: "app",
      QQ_APP_SECRET: "secret-of-the-bot",
    };
    const clock = { now: () => new Date(rig.now()), wait: () => Promise.resolve() };
    const handler = sceneHandler(
      composeScene("group", { routes, settings: {}, env, table: engine.table, wake, clock, log: () => undefined }),
    );
    const headers = Object.fromEntries(Object.entries(request.headers ?? {}).map(([name, value]) => [name, [value]]));
    const http = { method: "POST", url: "/ci", headers, body: Buffer.from(request.body ?? "") };
    const surroundings = { sourceIp: "127.0.0.1", urlId: "group", requestId: "r" };
    const event = createEvent({ ...http, ...surroundings }, { base64 }, clock.now());
    const answer = await handler(event, createContext("group", 30_000));
    const { statusCode, body } = typeof answer === "object" ? answer : {};
    return { event, statusCode, body: JSON.parse(body ?? "{}") as Replied["json"] };
  });

const states = ({ json }: Replied) => json.deliveries?.map(({ state }) => state);
const generically = (path: string, title: string, headers: Record<string, string> = {}): Request => ({
  path,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ title }),
});

const wake = () => Promise.resolve();

describe("the same delivery again", () => {
  it.for<[string, Request, string]>([
    ["of GitHub", githubRequest("/group/ci", secrets.NewSecret), "ci"],
    ["with an idempotency key", generically("/group/repeats", "一", { "idempotency-key": "k1" }), "repeats"],
    ["of the same content", generically("/group/repeats", "二"), "repeats"],
  ])("%s is repeated, and nothing is sent twice", async ([, request, target], { rig, send }) => {
    const before = (await rig.attempts("group", target)).length;
    const first = await send(request);
    await rig.relay.idle();
    const again = await send(request);
    await rig.relay.idle();
    const rest = { id: first.json.deliveries?.[0]?.id, target: `group:${target}` };
    expect([first.status, first.json]).toEqual([202, { deliveries: [{ ...rest, state: "pending" }] }]);
    expect([again.status, again.json]).toEqual([
      202,
      { deliveries: [{ ...rest, state: "repeated", reason: "the first one is sent" }] },
    ]);
    expect(await rig.attempts("group", target)).toHaveLength(before + 1);
  });

  it("half an hour later, the same content of a sender without ids is another", async ({ rig, send }) => {
    const request = generically("/group/repeats", "每小时一次");
    await send(request);
    rig.setTime(rig.now() + 30 * 60_000);
    expect(states(await send(request))).toEqual(["pending"]);
  });

  it("a retry just over the end of half an hour is a repeat, and the words a while after it are not", async ({
    rig,
    send,
  }) => {
    const request = generically("/group/repeats", "备份完成");
    const half = 30 * 60_000;
    const end = (Math.floor(rig.now() / half) + 1) * half;
    rig.setTime(end - 1_000);
    const first = await send(request);
    await rig.relay.idle();
    rig.setTime(end + 1_000);
    const again = await send(request);
    expect(again.json.deliveries).toEqual([
      { ...first.json.deliveries?.[0], state: "repeated", reason: "the first one is sent" },
    ]);
    rig.setTime(end + 3 * 60_000);
    expect(states(await send(request))).toEqual(["pending"]);
  });

  it("the same words are said anew after as long as the route says", async ({ rig, send }) => {
    const request = generically("/group/chat", "磁盘满");
    expect(states(await send(request))).toEqual(["pending"]);
    rig.setTime(rig.now() + 60_000);
    expect(states(await send(request))).toEqual(["repeated"]);
    rig.setTime(rig.now() + 60_000);
    expect(states(await send(request))).toEqual(["pending"]);
  });
});

describe("with two secrets", () => {
  it.for(Object.entries(secrets))(
    "a sender who has %s gets in, and the log says by which",
    async ([name, secret], { rig, send }) => {
      const answer = await send(githubRequest("/group/rotated", secret));
      expect(states(answer)).toEqual(["pending"]);
      const lines = rig.logs.filter((line) => line.includes(answer.json.deliveries?.[0]?.id ?? "no delivery"));
      expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
        expect.objectContaining({ event: "accepted", route: "rotated", secret: name }),
      ]);
      expect(lines.join("")).not.toContain(secret);
    },
  );

  it("the log names the right one also where the first has no value", async ({ rig, send }) => {
    const answer = await send(githubRequest("/group/half", secrets.OldSecret));
    const line = rig.logs.find((each) => each.includes(answer.json.deliveries?.[0]?.id ?? "no delivery"));
    expect(JSON.parse(line ?? "{}")).toMatchObject({ event: "accepted", secret: "OldSecret" });
  });

  it("an open route's log names none", async ({ rig, send }) => {
    const answer = await send(generically("/group/repeats", "开放"));
    const line = rig.logs.find((each) => each.includes(answer.json.deliveries?.[0]?.id ?? "no delivery"));
    expect(JSON.parse(line ?? "{}")).not.toHaveProperty("secret");
  });

  it("another does not", async ({ send }) => {
    const { status, json } = await send(githubRequest("/group/rotated", "the-oldest-one"));
    expect([status, json.message]).toEqual([
      401,
      expect.stringMatching(/equals NewSecret or OldSecret · .*NewSecret 或 OldSecret 是否一致$/),
    ]);
  });
});

describe("what a route does not want", () => {
  const byBot = push({ sender: { type: "Bot", login: "dependabot[bot]" } });
  it.for<[what: string, reason: string, request: Request]>([
    [
      "a ping",
      "nothing to tell",
      githubRequest("/group/ci", secrets.NewSecret, { event: "ping", body: '{"zen":"Keep it simple."}' }),
    ],
    [
      "a push without commits",
      "nothing to tell",
      githubRequest("/group/ci", secrets.NewSecret, { body: push({ commits: [] }) }),
    ],
    [
      "a deleted ref",
      "nothing to tell",
      githubRequest("/group/ci", secrets.NewSecret, { body: push({ deleted: true }) }),
    ],
    ["not in only", "stopped by the route's only", githubRequest("/group/only", secrets.NewSecret)],
    ["in except", "stopped by the route's except", githubRequest("/group/except", secrets.NewSecret)],
    [
      "another branch",
      "stopped by the route's branches",
      githubRequest("/group/branches", secrets.NewSecret, { body: push({ ref: "refs/heads/main" }) }),
    ],
    [
      "a bot's doing",
      "stopped by the route's ignoreBots",
      githubRequest("/group/people", secrets.NewSecret, { body: byBot }),
    ],
    ["against its filter", "stopped by the route's filter", githubRequest("/group/picky", secrets.NewSecret)],
    ["what its map does not tell", "nothing to tell", githubRequest("/group/mute", secrets.NewSecret)],
  ])("is ignored and not kept: %s, %s", async ([, reason, request], { countKept, send }) => {
    const before = await countKept();
    const answer = await send(request);
    expect(answer).toMatchObject({ status: 202, json: { deliveries: [{ state: "ignored", reason }] } });
    expect(await countKept()).toBe(before);
  });

  it("other events of the same routes are told", async ({ rig, send }) => {
    const body = push({ ref: "refs/heads/release/1" });
    const before = (await rig.deliveries("group", "quiet")).length;
    for (const path of ["/group/branches", "/group/people"])
      expect(states(await send(githubRequest(path, secrets.NewSecret, { body })))).toEqual(["pending"]);
    expect(await rig.deliveries("group", "quiet")).toHaveLength(before + 2);
  });
});

describe("a sender who would rather wait", () => {
  it.for<[path: string, prefer: string, state: string, applied: string]>([
    ["/group/repeats", "wait=5", "sent", "wait=5"],
    ["/group/repeats", "respond-async, wait=0", "sent", "wait=0"],
    ["/channel/held", "wait=5", "pending", "wait=5"],
  ])("%s, %s: is told that it is %s", async ([path, prefer, state, applied], { send }) => {
    const answer = await send(generically(path, `${path} ${prefer}`, { prefer }));
    expect([answer.status, states(answer)]).toEqual([202, [state]]);
    expect(answer.headers.get("preference-applied")).toBe(applied);
  });

  it("is told what became of it when someone else holds the target for a moment", async ({ rig, send, contents }) => {
    const before = rig.now();
    await rig.store.takeLease({ scene: "group", id: "repeats" }, "someone else", before + 250, before);
    const answer = await send(generically("/group/repeats", "忙一下", { prefer: "wait=5" }));
    expect(states(answer)).toEqual(["sent"]);
    expect(await contents("repeats")).toContain("忙一下");
  });

  it("is told that it is pending when someone else holds the target for longer than that", async ({ rig, send }) => {
    const before = rig.now();
    await rig.store.takeLease({ scene: "group", id: "long" }, "someone else", before + 60_000, before);
    expect(states(await send(generically("/group/long", "忙很久", { prefer: "wait=5" })))).toEqual(["pending"]);
    expect(rig.now() - before).toBeLessThan(5_000);
  });

  it("is told at once that it is a repeat", async ({ send }) => {
    const request = generically("/channel/held", "等", { prefer: "wait=5" });
    expect(states(await send(request))).toEqual(["pending"]);
    expect(states(await send(request))).toEqual(["repeated"]);
  });

  it("is not said to wait who did not ask", async ({ send }) => {
    expect((await send(generically("/group/repeats", "不等"))).headers.has("preference-applied")).toBe(false);
  });
});

it("tells every target of a route, each on its own", async ({ rig, send, contents }) => {
  await rig.sim("faults", { times: 1, code: 40034006, match: "/v2/groups/b/" });
  const answer = await send(generically("/group/three", "三处", { prefer: "wait=5" }));
  expect(answer.json.deliveries?.map(({ target, state, reason }) => [target, state, reason])).toEqual([
    ["group:a", "sent", undefined],
    ["group:b", "failed", expect.stringMatching(/^40034006 \S/)],
    ["group:c", "sent", undefined],
  ]);
  expect(new Set(answer.json.deliveries?.map(({ id }) => id)).size).toBe(1);
  expect([await contents("a"), await contents("b"), await contents("c")]).toEqual([["三处"], [], ["三处"]]);
});

describe("the function itself", () => {
  const text = push({ repository: { description: "中继 ✅" } });
  it.for([true, false])("reads a signed body that comes as base64: %s", async (base64, { invoke }) => {
    const { event, statusCode, body } = await invoke(githubRequest("", secrets.NewSecret, { body: text }), base64);
    expect(event.isBase64Encoded).toBe(base64);
    expect([statusCode, body.deliveries?.map(({ state }) => state)]).toEqual([202, ["pending"]]);
  });

  it("refuses more than 6 MB itself, before it looks at it", async ({ invoke }) => {
    const { statusCode, body } = await invoke({ path: "", body: Buffer.alloc(6 * 1_024 * 1_024 + 1, "x") }, true);
    expect([statusCode, body]).toEqual([413, { error: "too-large", message: "the body is over 6 MB · 正文超过 6 MB" }]);
  });
});
