import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import type { Routes } from "../../../lib/model/route.ts";
import { openSqlite, type SqliteTable } from "../../../lib/store/sqlite/table.ts";
import { createStore } from "../../../lib/store/store.ts";
import { Refused } from "../../../local/operate/answers.ts";
import type { Operation } from "../../../local/operate/operation.ts";
import { composeOperate, type OperatePorts } from "../../../local/operate/operate-ports.ts";
import { type OperationName, operations } from "../../../local/operate/operations.ts";
import { deployedPlace } from "../../../local/operate/place.ts";
import { type Running, startRelay } from "../../../local/run/server.ts";
import { samples } from "../../../local/samples/index.ts";
import { delivery, notice } from "../../support/build.ts";

const routes: Routes = {
  ci: {
    scene: "group",
    source: "github",
    secret: "S",
    to: ["G1"],
    form: "markdown",
    buttons: true,
    policy: { proactive: "always", settle: "0s" },
  },
  disk: { scene: "c2c", source: "generic", open: true, to: ["U1"] },
  later: { scene: "group", source: "generic", open: true, to: "bound" },
};

type Asked<Name extends OperationName> = z.input<(typeof operations)[Name]["request"]>;
type Answered<Name extends OperationName> = z.output<(typeof operations)[Name]["answer"]>;

let relay: Running;
beforeAll(async () => {
  relay = await startRelay({
    routes,
    settings: { limits: { override: { group: { proactive: 1 } } } },
    env: { S: "secret" },
    simulatorPort: 0,
    admin: { token: "T" },
    log: () => undefined,
  });
});
afterAll(() => relay.stop());

async function post(
  name: OperationName,
  request: object,
): Promise<{ readonly status: number; readonly told: unknown }> {
  const answer = await fetch(`${relay.adminUrl}/_relay/operate/${name}`, {
    method: "POST",
    headers: { authorization: "Bearer T", "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  return { status: answer.status, told: await answer.json() };
}

/** What the door answers, which is what the schema has and no more. */
async function ask<Name extends OperationName>(name: Name, request: Asked<Name>): Promise<Answered<Name>> {
  const { status, told } = await post(name, request);
  expect([status, told]).toEqual([200, operations[name].answer.parse(told)]);
  return told as Answered<Name>;
}

const push = samples.find(({ id }) => id === "github-push")?.request ?? {};
const disk = { headers: { "content-type": "application/json" }, body: JSON.stringify({ title: "磁盘", level: "70" }) };

describe("what the console asks for", () => {
  it("says how the relay is set up and where it is, without a secret's value", async () => {
    const told = await ask("overview", {});
    expect(told).toMatchObject({
      mode: "embedded",
      language: "zh",
      timeZone: "Asia/Shanghai",
      simulated: true,
      url: relay.url,
      adminUrl: relay.adminUrl,
      events: { mode: "callback" },
      routes: [
        {
          name: "ci",
          scene: "group",
          sources: ["github"],
          form: "markdown",
          targets: ["group:G1"],
          bound: false,
          open: false,
        },
        { name: "disk", form: "text", open: true },
        { name: "later", targets: [], bound: true },
      ],
    });
    expect(told.limits.flatMap(({ scenes }) => scenes)).toContain("group");
    expect(JSON.stringify(told)).not.toContain("secret");
  });

  it("tells senders' addresses as relay routes does, and secrets only when they are asked for", async () => {
    const [ci] = await ask("routes", { route: "ci" });
    expect(ci).toMatchObject({ route: "ci", source: "github", ways: [{ call: { url: `${relay.url}/group/ci` } }] });
    expect(JSON.stringify(ci)).not.toContain("secret");
    expect(JSON.stringify(await ask("routes", { secrets: true }))).toContain('"value":"secret"');
    const elsewhere = await ask("routes", { scene: "c2c", url: "https://abc.lambda-url.ap-east-1.on.aws/" });
    expect(elsewhere.map(({ ways: [way] }) => way?.call.url)).toEqual(["https://abc.lambda-url.ap-east-1.on.aws/disk"]);
    expect(await post("routes", { url: "https://abc.lambda-url.ap-east-1.on.aws" })).toMatchObject({
      status: 400,
      told: { error: "invalid" },
    });
  });

  it("has samples of every source", async () => {
    expect((await ask("samples", {})).samples.length).toBe(samples.length);
  });

  it("previews a request in every form, by a route, by a source, or by what it says itself", async () => {
    const guessed = await ask("preview", { request: push });
    expect(guessed).toMatchObject({ kind: "told", source: "github", notice: { event: "push", level: "info" } });
    const forms = guessed.kind === "told" ? guessed.bodies.map(({ form }) => form) : [];
    expect([...new Set(forms)]).toEqual(["text", "markdown", "ark", "embed"]);
    const english = await ask("preview", { route: "ci", request: push, language: "en" });
    expect(english).toMatchObject({ notice: { title: expect.stringContaining("pushed 3 commits") } });
    expect(await ask("preview", { source: "generic", request: disk })).toMatchObject({ unknownLevel: "70" });
    expect(
      await ask("preview", { source: "github", request: { ...push, headers: { "x-github-event": "ping" } } }),
    ).toEqual({
      kind: "silent",
      source: "github",
      event: "ping",
      reason: expect.any(String),
      faults: [],
    });
    expect(await ask("preview", { source: "github", request: { body: "{" } })).toMatchObject({
      kind: "refused",
      message: expect.stringMatching(/ · .*\p{Script=Han}/u),
    });
    expect(await post("preview", { route: "nope", request: {} })).toMatchObject({ status: 404 });
  });

  it("takes a body of a megabyte, and refuses a longer one", async () => {
    const of = (length: number) => ({
      source: "generic",
      request: { body: JSON.stringify({ title: "长".repeat(length) }) },
    });
    expect(await post("preview", of(1_000_000))).toMatchObject({ status: 200, told: { kind: "told" } });
    const message = expect.stringMatching(
      /^This does not fit\. request\.body: .*1048576.* · 不合要求。request\.body: .*$/,
    );
    expect(await post("preview", of(1_100_000))).toMatchObject({ status: 400, told: { error: "invalid", message } });
  });

  it("shows a conversation as QQ has it: what was sent, what was refused, by which deliveries", async () => {
    await ask("push", { route: "ci", request: push });
    await relay.idle();
    const first = await ask("conversation", { target: "G1" });
    expect(first).toMatchObject({
      target: "group:G1",
      exact: true,
      more: false,
      messages: [
        { from: "bot", state: "sent", permit: "proactive", body: { msg_type: 2 }, deliveries: [{ route: "ci" }] },
      ],
    });
    await ask("push", { route: "ci", request: push });
    await relay.idle();
    expect((await ask("deliveries", { target: "G1", states: ["pending"] })).deliveries).toMatchObject([
      { held: { reason: "quota" } },
    ]);
    const said = await ask("say", { target: "G1", text: "在吗" });
    expect(said).toEqual({ target: "group:G1", messageId: expect.any(String), status: 200 });
    await relay.idle();
    const all = await ask("conversation", { target: "group:G1" });
    expect(all.messages.filter(({ from }) => from === "user")).toMatchObject([
      { id: said.messageId, name: "member-of-G1", text: "在吗", state: "sent", deliveries: [] },
    ]);
    const reply = all.messages.at(-1);
    expect(reply).toMatchObject({ from: "bot", permit: "msg", body: { msg_id: said.messageId } });
    const newest = await ask("conversation", { target: "G1", limit: 1 });
    expect(newest).toEqual({ ...all, messages: [reply], more: true });
    expect((await ask("status", { target: "G1" })).targets[0]?.windows).toHaveLength(1);
  });

  it("presses a button below a message: that is a window too", async () => {
    expect(await ask("press", { target: "G1", button: "more", data: "digest" })).toEqual({
      target: "group:G1",
      status: 200,
    });
    expect((await ask("status", { target: "G1" })).targets[0]?.windows).toHaveLength(2);
  });

  it("shows what was told from the log, where the simulator was started anew", async () => {
    await fetch(`${relay.simulatorUrl}/_sim/reset`, { method: "POST" });
    const told = await ask("conversation", { target: "G1" });
    expect(told).toMatchObject({ exact: false, more: false });
    expect(told.messages.every(({ from, state }) => from === "bot" && state === "sent")).toBe(true);
    expect(told.messages.length).toBeGreaterThan(1);
  });

  it("names what it does not know", async () => {
    for (const [name, request] of [
      ["conversation", { target: "G9" }],
      ["say", { target: "G9", text: "?" }],
      ["press", { target: "G9", button: "b", data: "d" }],
    ] as const)
      expect(await post(name, request)).toMatchObject({ status: 404, told: { error: "unknown-target" } });
  });
});

describe("of a deployed relay", () => {
  const target = { scene: "group", id: "G1" } as const;
  let table: SqliteTable;
  let ports: OperatePorts;
  const now = Date.parse("2026-11-21T20:00:00Z");
  beforeAll(async () => {
    const opened = openSqlite(undefined, () => now);
    if ("kind" in opened) throw new Error(opened.reason);
    table = opened;
    const setup = { routes, settings: {}, table, wake: () => Promise.resolve() };
    ports = composeOperate(setup, () => now, deployedPlace("relay-table"));
    const store = createStore(table, 30);
    const told = [
      ["1", { state: "sent", messageId: "M1", attempts: 1 }],
      ["2", { state: "sent", messageId: "M2", attempts: 1 }],
      ["3", { state: "sent", messageId: "M2", attempts: 1 }],
      ["4", { state: "failed", attempts: 1, last: { at: now, code: 40_034_006, status: 400 } }],
      ["5", { state: "expired", attempts: 0 }],
    ] as const;
    for (const [id, settled] of told) {
      const arrivedAt = now - 60_000 + Number(id) * 1_000;
      const each = delivery({
        id: `ci#${id}`,
        route: "ci",
        target,
        arrivedAt,
        notice: notice({ title: `第 ${id} 条` }),
      });
      await store.enlist(each);
      await store.settle(target, [{ id: each.id, ...settled }], arrivedAt);
    }
    await store.enlist(delivery({ id: "ci#6", route: "ci", target, arrivedAt: now }));
  });
  afterAll(() => table.close());

  async function run<Name extends OperationName>(name: Name, request: Asked<Name>): Promise<Answered<Name>> {
    const operation: Operation = operations[name];
    return (await operation.run(operation.request.parse(request), ports)) as Answered<Name>;
  }

  it("a conversation is told from its log: a message for each, a digest as one, nothing of what was not sent", async () => {
    const told = await run("conversation", { target: "G1" });
    expect(told).toEqual(operations.conversation.answer.parse(told));
    expect(told).toMatchObject({ target: "group:G1", exact: false, more: false });
    expect(
      told.messages.map(({ id, state, code, deliveries }) => [id, state, code, deliveries.map((each) => each.id)]),
    ).toEqual([
      ["M1", "sent", undefined, ["ci#1"]],
      ["M2", "sent", undefined, ["ci#3", "ci#2"]],
      [undefined, "refused", 40_034_006, ["ci#4"]],
    ]);
    const [first, digest] = told.messages;
    expect(JSON.stringify(first?.body)).toContain("第 1 条");
    expect(JSON.stringify(digest?.body)).toMatch(/第 2 条.*第 3 条/);
  });

  it("says which table it is, and that words, pushes and addresses are out of reach", async () => {
    expect(await run("overview", {})).toMatchObject({ mode: "deployed", table: "relay-table", simulated: false });
    for (const [name, request] of [
      ["say", { target: "G1", text: "?" }],
      ["press", { target: "G1", button: "b", data: "d" }],
      ["push", { route: "ci", request: {} }],
      ["routes", {}],
    ] as const)
      expect([name, Refused.parse(await run(name, request as never))]).toMatchObject([name, { error: "unavailable" }]);
  });

  it("status and quota tell of no more conversations than are asked for, and that there are more", async () => {
    for (const name of ["status", "quota"] as const) {
      expect(await run(name, { limit: 1 })).toMatchObject({ targets: [{ target: "group:G1" }], more: true });
      expect(await run(name, {})).toMatchObject({ more: false });
    }
  });
});
