import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Route, Routes } from "../../lib/model/route.ts";
import { startEngine, type TestEngine } from "../support/engines.ts";
import { githubRequest, push, type Request, sendTo } from "../support/requests.ts";
import { type Rig, startRig } from "../support/rig.ts";

const secret = { CiSecret: "the-secret" };

const fail = (): never => {
  throw new TypeError(`cannot read ${"长".repeat(1_000)}`);
};
const later = async (): Promise<never> => fail();

/** A function that answers what its type does not allow. */
const wrongly = (answer: unknown) => (() => answer) as () => never;

type Case = readonly [name: string, route: Partial<Route>, named: string, reason: RegExp];

const reading: readonly Case[] = [
  ["map-throws", { map: fail }, "map", /^it threw TypeError: cannot read 长+$/],
  ["map-later", { map: later as never }, "map", /^it answered a promise/],
  ["map-text", { map: wrongly("text") }, "map", /^it answered a string, neither/],
  ["map-title", { map: wrongly({ title: 7 }) }, "map", /^title of its answer is a number, not text/],
  ["filter-throws", { filter: fail }, "filter", /^it threw TypeError: cannot read 长+$/],
  ["filter-later", { filter: later as never }, "filter", /^it answered a promise/],
  ["filter-nothing", { filter: wrongly(undefined) }, "filter", /^it answered neither/],
];

const telling: readonly Case[] = [
  ["ark-throws", { form: "ark", ark: { template: 1001, kv: fail } }, "ark", /^it threw TypeError$/],
  ["ark-later", { form: "ark", ark: { template: 1001, kv: later as never } }, "ark", /^it answered a promise/],
  ["ark-number", { form: "ark", ark: { template: 1001, kv: wrongly(7) } }, "ark", /^it answered no values$/],
  ["template-throws", { form: "markdown", template: { id: "T1", params: fail } }, "template", /^it threw TypeError$/],
  [
    "template-list",
    { form: "markdown", template: { id: "T1", params: wrongly({ a: [] }) } },
    "template",
    /^it answered no values$/,
  ],
];

const generic = { scene: "group", source: "generic", open: true } as const;

const routes: Routes = {
  ...Object.fromEntries([...reading, ...telling].map(([name, route]) => [name, { ...generic, to: [name], ...route }])),
  level: { ...generic, to: ["level"], map: wrongly({ title: "自己的话", level: "so-so" }) },
  untitled: { ...generic, to: ["untitled"], map: fail },
  spoilt: {
    scene: "group",
    source: "github",
    secret: "CiSecret",
    to: ["spoilt"],
    filter: ({ body }) => {
      for (const name of Object.keys(body as object)) delete (body as Record<string, unknown>)[name];
      return true;
    },
  },
  "long-ark": {
    ...generic,
    to: ["long-ark"],
    form: "ark",
    ark: { template: 1001, kv: () => [{ key: "#A#", value: "长".repeat(5_000) }] },
  },
};

let engine: TestEngine;
let rig: Rig;
beforeAll(async () => {
  engine = await startEngine();
  const limits = { override: { group: { proactive: 1_000 } } };
  rig = await startRig(engine, routes, { settings: { limits }, env: secret });
  await rig.sim("settings", { limits });
});
afterAll(async () => {
  await rig.stop();
  await engine.stop();
});

const json = (path: string, body: object): Request => ({
  path,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** What the log says of a route under one event's name. */
const logged = (route: string, event: string): readonly Readonly<Record<string, unknown>>[] =>
  rig.logs
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .filter((line) => line["event"] === event && line["route"] === route);

/** Takes a webhook to its end: the sender's answer, and the words that arrived in QQ. */
async function take(target: string, request: Request) {
  const answer = await sendTo(rig.relay.url, request);
  await rig.relay.idle();
  const words = (await rig.received("group", target)).map(({ body }) => String(body["content"]));
  return { status: answer.status, states: answer.json.deliveries?.map(({ state }) => state), words };
}

describe("a route whose function is faulty", () => {
  it.each([...reading, ...telling])("%s: is told in other words, and the log says why", async (name, _, part, why) => {
    const taken = await take(name, json(`/group/${name}`, { title: "磁盘快满了", text: "机密" }));
    expect(taken).toEqual({ status: 202, states: ["pending"], words: [expect.stringContaining("磁盘快满了")] });
    expect(logged(name, "route-fault")).toEqual([
      { level: "warn", event: "route-fault", route: name, function: part, reason: expect.stringMatching(why) },
    ]);
    const [fault] = logged(name, "route-fault");
    expect(String(fault?.["reason"]).length).toBeLessThanOrEqual(200);
    expect(JSON.stringify(fault)).not.toContain("机密");
  });

  it("is no fault of the relay's", () => expect(rig.logs.filter((line) => line.includes('"fault"'))).toEqual([]));
});

it("a map's level that there is not is left out, and its words are kept", async () => {
  expect((await take("level", json("/group/level", { title: "别的" }))).words).toEqual([
    expect.stringContaining("自己的话"),
  ]);
  expect(logged("level", "route-fault")).toMatchObject([
    { function: "map", reason: expect.stringMatching(/^of its answer level is none of info, success, /) },
  ]);
});

it("a body that only the failed map could word is told as having come", async () => {
  const { status, words } = await take("untitled", json("/group/untitled", { colour: "red" }));
  expect([status, words]).toEqual([202, [expect.stringContaining("收到一条消息")]]);
});

it("a filter that spoils the body spoils no notice", async () => {
  const { status, words } = await take("spoilt", githubRequest("/group/spoilt", secret.CiSecret, { body: push() }));
  expect([status, words]).toEqual([202, [expect.stringContaining("推送了 1 个提交")]]);
});

it("a template that has no place for what is to be told is no fault, and told all the same", async () => {
  const { words } = await take("long-ark", json("/group/long-ark", { title: "太长" }));
  expect(words).toEqual([expect.stringContaining("太长")]);
  expect(logged("long-ark", "route-fault")).toEqual([]);
  expect(logged("long-ark", "template-unused")).toMatchObject([
    { level: "info", reason: "its values are too long for one message" },
  ]);
});
