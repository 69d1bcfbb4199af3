import { createHmac } from "node:crypto";
import { rmSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { deriveKeys } from "../../lib/qq/callback/keys.ts";
import { lifeSign } from "../../lib/qq/callback/life-sign.ts";
import { signCallback } from "../../lib/qq/callback/sign-callback.ts";
import { push } from "../support/requests.ts";
import { startCloud } from "./cloud.ts";
import { makePlan, secretValues } from "./plan.ts";
import { copyProject } from "./project.ts";

const project = copyProject();
const plan = await makePlan(project.path, "ci");
const cloud = await startCloud(plan);

afterAll(async () => {
  await cloud.stop();
  rmSync(plan.folder, { recursive: true });
  project.remove();
});

const at = (time: string): void => cloud.setTime(Date.parse(`${time}+08:00`));
at("2026-11-10T12:00:30");

const group = "group-of-the-test";
let count = 0;

function pushTo(path: string, secret = secretValues["GithubSecret"] ?? "") {
  const body = push();
  return cloud.post(path, body, {
    "x-github-event": "push",
    "x-github-delivery": `delivery-${(count += 1)}`,
    "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
  });
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secretValues[secret]}` });

it("a signed push goes to the group, one with another signature is refused", async () => {
  expect(await pushTo("/group/ci")).toMatchObject({ status: 202, body: { deliveries: [{ state: "pending" }] } });
  expect(await pushTo("/group/ci", "another secret")).toMatchObject({ status: 401 });
  await cloud.idle();
  expect(await cloud.received("group", group)).toEqual([expect.stringContaining("Codertocat/Hello-World")]);
});

const firing = JSON.stringify({ alerts: [{ status: "firing", labels: { alertname: "DiskWillFill" } }] });
const titled = (title: string) => JSON.stringify({ title });

it.each([
  ["channel", "/channel/alerts", { body: firing, headers: bearer("OldAlertsSecret") }, "1001", "DiskWillFill"],
  ["c2c", "/c2c/me", { body: titled("备份完成"), headers: bearer("MeSecret") }, "user-of-the-test", "备份完成"],
  [
    "c2c",
    `/c2c/door?key=${secretValues["MeSecret"]}`,
    { body: titled("有人敲门"), headers: {} },
    "user-of-the-test",
    "有人敲门",
  ],
  ["dm", "/dm/direct", { body: titled("部署好了"), headers: bearer("DirectSecret") }, "3001", "部署好了"],
] as const)("the %s function takes %s", async (scene, path, { body, headers }, target, told) => {
  expect(await cloud.post(path, body, { "content-type": "application/json", ...headers })).toMatchObject({
    status: 202,
  });
  await cloud.idle();
  expect((await cloud.received(scene, target)).at(-1)).toContain(told);
});

it("a dialect is answered in its words, at its route's address and at the root of the scene's URL", async () => {
  const secret = secretValues["MeSecret"];
  const asMarkdown = { "client::display": { contentType: "text/markdown" } };
  const post = (path: string, message: string) =>
    cloud.post(path, JSON.stringify({ message, extras: asMarkdown }), { "content-type": "application/json" });
  const taken = { status: 200, body: { appid: 1 } };
  expect(await post(`/c2c/nas/${secret}/message`, "**存储池**正常 :tada:")).toMatchObject(taken);
  expect(await post(`/c2c/message?token=nas.${secret}`, "**硬盘**正常")).toMatchObject(taken);
  expect(await post("/c2c/message?token=nas.guess", "x")).toMatchObject({ status: 401, body: { errorCode: 401 } });
  await cloud.idle();
  const received = (await cloud.received("c2c", "user-of-the-nas")).join("\n");
  expect(received).toContain("存储池正常 🎉");
  expect(received).toContain("硬盘正常");
});

it("what the month's quota holds back is told when somebody speaks to the bot", async () => {
  for (let more = 0; more < 4; more += 1) await pushTo("/group/ci");
  await cloud.idle();
  const sent = (await cloud.received("group", group)).length;
  await pushTo("/group/ci");
  await cloud.idle();
  expect(await cloud.received("group", group)).toHaveLength(sent);
  expect(await cloud.say("group", group, "在吗")).toMatchObject({ relayStatus: 200 });
  await cloud.idle();
  expect((await cloud.received("group", group)).length).toBeGreaterThan(sent);
});

it("the callback answers what it is asked, and the functions share what it wrote", async () => {
  await cloud.say("c2c", "user-of-the-test", "/status");
  await cloud.idle();
  expect((await cloud.received("c2c", "user-of-the-test")).at(-1)).toContain("还能主动发");
});

it("the hourly sweep finds what a lost invocation left behind", async () => {
  cloud.lose(true);
  const title = "没人叫醒";
  expect(await cloud.post("/c2c/me", titled(title), bearer("MeSecret"))).toMatchObject({ status: 202 });
  cloud.lose(false);
  await cloud.idle();
  expect(await cloud.received("c2c", "user-of-the-test")).not.toContainEqual(expect.stringContaining(title));

  at("2026-11-10T13:00:00");
  await cloud.sweep();
  await cloud.idle();
  expect(await cloud.received("c2c", "user-of-the-test")).toContainEqual(expect.stringContaining(title));
});

it("the hourly sweep warns of a conversation that could be told nothing for a day", async () => {
  await pushTo("/group/ci");
  await cloud.idle();
  at("2026-11-11T14:00:00");
  await cloud.sweep();
  await cloud.idle();
  expect((await cloud.received("c2c", "user-of-the-test")).at(-1)).toContain("群聊（尾号 test）超过一天没能收到通知");
  const lines = cloud.lines().join("\n");
  expect(lines).toMatch(/"event":"forecast".*"Silent":1/);
  expect(lines).not.toContain(group);
});

it("the sweep of any minute finds what is due, here by a new month of quota", async () => {
  const sent = (await cloud.received("group", group)).length;
  for (let more = 0; more < 6; more += 1) await pushTo("/group/ci");
  await cloud.idle();
  expect(await cloud.received("group", group)).toHaveLength(sent);
  at("2026-12-01T00:01:00");
  await cloud.sweep();
  await cloud.idle();
  expect((await cloud.received("group", group)).length).toBeGreaterThan(sent);
});

it("a scene wakes another that is to tell what it cannot", async () => {
  const titles = ["一", "二", "三"].map((each) => `第${each}件事`);
  for (const title of titles) await cloud.post("/dm/direct", titled(title), bearer("DirectSecret"));
  await cloud.idle();
  at("2026-12-01T02:00:00");
  await cloud.sweep();
  await cloud.idle();
  expect((await cloud.received("c2c", "user-of-the-test")).at(-1)).toContain(titles[2]);
});

it("the sweep sees that a gateway process fell silent, and that it is back", async () => {
  const appId = secretValues["QqAppId"] ?? "";
  const keys = deriveKeys(secretValues["QqAppSecret"] ?? "");
  const live = (now: string) => {
    at(now);
    const headers = keys && signCallback(lifeSign, { appId, keys }, Date.parse(`${now}+08:00`));
    return cloud.post("/events", Buffer.from(lifeSign).toString(), headers ?? {});
  };
  expect(await live("2026-12-01T03:01:00")).toMatchObject({ status: 200, body: { op: 11 } });
  at("2026-12-01T03:07:00");
  await cloud.sweep();
  await live("2026-12-01T03:08:00");
  await cloud.sweep();
  await cloud.idle();
  const lines = cloud.lines().map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const measured = lines.flatMap(({ event, GatewaySilent: silent }) => (silent === undefined ? [] : [[event, silent]]));
  expect(measured).toEqual([
    ["sweep", 1],
    ["sweep", 0],
  ]);
  const told = lines.map(({ event }) => String(event)).filter((event) => event.startsWith("gateway-"));
  expect(told.toSorted()).toEqual(["gateway-back", "gateway-silent"]);
});

it("a flood of refused requests is one line a second, which tells how many they were", async () => {
  const refusedLines = () =>
    cloud
      .lines()
      .map((line) => JSON.parse(line) as { readonly event: string; readonly Refused?: number })
      .filter(({ event }) => event === "refused");
  at("2026-12-01T04:00:00");
  await pushTo("/group/ci", "another secret");
  const before = refusedLines().length;
  const flood = 40;
  for (let sent = 0; sent < flood; sent += 1)
    expect(await pushTo("/group/ci", "another secret")).toMatchObject({ status: 401 });
  at("2026-12-01T05:00:00");
  await pushTo("/group/ci", "another secret");
  const told = refusedLines().slice(before);
  expect(told.length).toBeLessThan(flood / 2);
  expect(told.reduce((sum, { Refused = 0 }) => sum + Refused, 0)).toBe(flood + 1);
});

it("nothing was done that a role does not allow", () => {
  expect(cloud.denied).toEqual([]);
});

it("the log is lines of JSON whose metrics CloudWatch can read, and names nobody", () => {
  const lines = cloud.lines();
  const entries = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(entries.filter(({ event }) => event === "fault" || event === "store")).toEqual([]);
  const measured = entries.flatMap((entry) => (entry["_aws"] === undefined ? [] : [entry as Entry]));
  expect(measured.length).toBeGreaterThan(10);
  for (const entry of measured)
    for (const { Namespace, Dimensions, Metrics } of entry._aws.CloudWatchMetrics) {
      expect(Namespace).toBe("qq-relay/ci");
      for (const name of Dimensions.flat()) expect(entry[name]).toEqual(expect.any(String));
      for (const { Name } of Metrics) expect(entry[Name]).toEqual(expect.any(Number));
    }
  const all = lines.join("\n");
  for (const hidden of [group, "user-of-the-test", "备份完成", ...Object.values(secretValues)])
    expect(all).not.toContain(hidden);
});

type Entry = {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
} & Readonly<Record<string, unknown>>;
