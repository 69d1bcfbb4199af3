import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { githubRequest, type Request } from "../support/requests.ts";
import type { Rig } from "../support/rig.ts";
import { sharedLineTest } from "../support/line-fixtures.ts";

const secrets = {
  GotifySecret: "gotify-secret-71c3",
  OtherSecret: "other-secret-0b2d",
  BothSecret: "both-secret-9e9e",
  TopicSecret: "topic-secret-4d10",
} as const;

const gotify = { scene: "group", source: "gotify", secret: "GotifySecret", to: ["G1"] } as const;

const routes: Routes = {
  nas: gotify,
  other: { ...gotify, scene: "c2c", secret: "OtherSecret", to: ["U1"] },
  both: { ...gotify, source: ["github", "gotify"], secret: "BothSecret", to: ["G2"] },
  open: { scene: "group", source: "gotify", open: true, to: ["G3"] },
  basic: { ...gotify, auth: "basic" },
  plain: { scene: "group", source: "generic", open: true, answer: 200, to: ["G4"] },
  alerts: { scene: "group", source: "ntfy", secret: "TopicSecret", to: ["G5", "G6"], pick: { dev: "G6" } },
  accepted: { scene: "group", source: "generic", open: true, to: ["G4"] },
};

const it = sharedLineTest(routes, { env: secrets });

let count = 0;
/** Words that no other request of this file has. */
const words = (): string => `口信 ${(count += 1)}`;

const json = (path: string, headers: Record<string, string> = {}, message = words()): Request => ({
  path,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ title: "NAS", message, priority: 5 }),
});

async function send({ relay }: Rig, { path, method = "POST", headers = {}, body }: Request) {
  const init = body === undefined ? {} : { body: typeof body === "string" ? body : Buffer.from(body) };
  const response = await fetch(relay.url + path, { method, headers, ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const told = async (rig: Rig, scene: "group" | "c2c", target: string) =>
  (await rig.deliveries(scene, target)).map(({ notice }) => notice.lines[0]);

const { GotifySecret: secret } = secrets;

describe("a dialect's request, wherever its secret stands", () => {
  it.for<[string, Request]>([
    ["as a segment", json(`/group/nas/${secret}`)],
    ["as a segment before what the client appends", json(`/group/nas/${secret}/message`)],
    ["as a segment, with a slash at its end", json(`/group/nas/${secret}//message`)],
    ["as ?key=", json(`/group/nas?key=${secret}`)],
    ["as the client's own query name", json(`/group/nas/message?token=${secret}`)],
    ["first of a repeated name", json(`/group/nas/message?token=${secret}&token=wr0ng`)],
    ["as the client's own header", json("/group/nas/message", { "x-gotify-key": secret })],
    ["as bearer", json("/group/nas/message", { authorization: `Bearer ${secret}` })],
    ["beside a wrong one", json(`/group/nas/message?token=wr0ng`, { authorization: `Bearer ${secret}` })],
    ["in a route's own scheme", json("/group/basic", { authorization: `Basic ${btoa(`relay:${secret}`)}` })],
    ["nowhere, where the route is open", json("/group/open/message")],
    ["anything, where the route is open", json("/group/open/whatever/message")],
  ])("%s", async ([, request], { rig }) => {
    const answer = await send(rig, request);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    expect(answer.text).toMatch(/^\{"id":\d+,"appid":1,"message":"","title":"","priority":0,"date":"[^"]+"\}$/);
    const sent = JSON.parse(String(request.body)) as { readonly message: string };
    const all = [...(await told(rig, "group", "G1")), ...(await told(rig, "group", "G3"))];
    expect(all).toContain(sent.message);
  });
});

const refused = (errorCode: number, error: string) => ({
  error,
  errorCode,
  errorDescription: expect.stringContaining(" · "),
});

describe("a dialect's refusal is in its vendor's words", () => {
  it.for<[string, Request, number, string]>([
    ["no secret", json("/group/nas/message"), 401, "Unauthorized"],
    ["another secret", json("/group/nas/message?token=wr0ng"), 401, "Unauthorized"],
    ["a secret that is a segment", json("/group/nas/wr0ng"), 401, "Unauthorized"],
    ["another route's secret", json(`/group/nas/${secrets.OtherSecret}`), 401, "Unauthorized"],
    [
      "the right one behind a wrong one of the same name",
      json(`/group/nas?token=wr0ng&token=${secret}`),
      401,
      "Unauthorized",
    ],
    ["another method", { path: `/group/nas/${secret}`, method: "GET" }, 405, "Method Not Allowed"],
    ["another path", json(`/group/nas/${secret}/message/1`), 404, "Not Found"],
    ["no words", { ...json(`/group/nas/${secret}`), body: '{"title":""}' }, 400, "Bad Request"],
    ["no JSON", { ...json(`/group/nas/${secret}`), body: '{"title":' }, 400, "Bad Request"],
    ["a dialect's secret in another scheme", json(`/group/basic/${secret}`), 401, "Unauthorized"],
  ])("%s", async ([, request, status, error], { rig }) => {
    const before = (await told(rig, "group", "G1")).length;
    const answer = await send(rig, request);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual(refused(status, error));
    expect(answer.text).not.toMatch(/\s$/);
    expect((await told(rig, "group", "G1")).length).toBe(before);
  });

  it("before it is looked at how long it is", async ({ rig }) => {
    const body = "x".repeat(6 * 1_024 * 1_024 + 1);
    expect((await send(rig, { path: `/group/nas/${secret}`, body })).status).toBe(413);
  });
});

it("the same words within ten seconds are one message, later they are two", async ({ rig }) => {
  const request = json(`/group/nas/${secret}`);
  const said = async () =>
    (await told(rig, "group", "G1")).filter((line) => String(request.body).includes(`"${line}"`));
  const numbers = [await send(rig, request), await send(rig, request)].map(
    ({ text }) => (JSON.parse(text) as { id: number }).id,
  );
  expect(numbers[0]).toBe(numbers[1]);
  expect(await said()).toHaveLength(1);
  rig.setTime(rig.now() + 16_000);
  await send(rig, request);
  expect(await said()).toHaveLength(2);
});

describe("a route of two sources", () => {
  it.for<[string, Request, number, RegExp]>([
    ["takes GitHub's by their header", githubRequest("/group/both", secrets.BothSecret), 202, /"state":"pending"/],
    ["takes Gotify's by its own", json("/group/both/message", { "x-gotify-key": secrets.BothSecret }), 200, /"appid"/],
    ["takes Gotify's by the names in the body", json(`/group/both/${secrets.BothSecret}`), 200, /"appid"/],
    ["asks GitHub's for GitHub's proof", githubRequest("/group/both", "guess"), 401, /^\{"error":"unauthorized"/],
    ["asks Gotify's for Gotify's", json("/group/both/message", { "x-gotify-key": "wr0ng" }), 401, /"errorCode":401/],
    [
      "lets no request of GitHub's in by Gotify's secret",
      { ...githubRequest("/group/both", "guess"), path: `/group/both/${secrets.BothSecret}` },
      404,
      /^\{"error":"unknown-route"/,
    ],
  ])("%s", async ([, request, status, text], { rig }) => {
    expect(await send(rig, request)).toMatchObject({ status, text: expect.stringMatching(text) });
  });
});

describe("the root, for clients that lose the path of their address", () => {
  it.for<[string, Request]>([
    ["of the host, by a query name", json(`/message?token=nas.${secret}`)],
    ["of the host, by a header", json("/message", { "x-gotify-key": `nas.${secret}` })],
    ["of the host, by bearer", json("/message", { authorization: `Bearer nas.${secret}` })],
    ["of the host, with a slash at its end", json(`//message?token=nas.${secret}`)],
    ["of the scene", json(`/group/message?token=nas.${secret}`)],
  ])("%s", async ([, request], { rig }) => {
    expect((await send(rig, request)).status).toBe(200);
    const sent = JSON.parse(String(request.body)) as { readonly message: string };
    expect(await told(rig, "group", "G1")).toContain(sent.message);
  });

  it("of the host finds the scene whose route is named", async ({ rig }) => {
    const request = json(`/message?token=other.${secrets.OtherSecret}`);
    expect((await send(rig, request)).status).toBe(200);
    const sent = JSON.parse(String(request.body)) as { readonly message: string };
    expect(await told(rig, "c2c", "U1")).toContain(sent.message);
  });

  it.for<[string, Request, number, RegExp]>([
    ["a wrong secret", json("/message?token=nas.wr0ng"), 401, /"errorCode":401/],
    ["another scene's root", json(`/c2c/message?token=nas.${secret}`), 404, /"unknown-route"/],
    ["a route that there is not", json(`/message?token=nowhere.${secret}`), 404, /"not-found"/],
    ["a route of another source", json("/message?token=plain.x"), 404, /"not-found"/],
    ["no route", json(`/message?token=${secret}`), 404, /"not-found"/],
    ["another path", json(`/messages?token=nas.${secret}`), 404, /"not-found"/],
    ["another method", { path: `/message?token=nas.${secret}`, method: "GET" }, 404, /"not-found"/],
    ["nothing at all", { path: "/", method: "GET" }, 404, /"not-found"/],
  ])("refuses %s", async ([, request, status, text], { rig }) => {
    const answer = await send(rig, request);
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(text)]);
    expect(answer.text).not.toContain(secret);
  });

  it("stops trying after twenty wrong ones in a minute, of that route alone, and begins again", async ({ rig }) => {
    rig.setTime(Math.ceil(rig.now() / 60_000) * 60_000);
    const guess = () => send(rig, json("/message?token=nas.wr0ng"));
    for (let tries = 0; tries < 20; tries += 1) expect((await guess()).status).toBe(401);
    const right = json(`/message?token=nas.${secret}`);
    const stopped = await send(rig, right);
    expect([stopped.status, stopped.headers.get("retry-after"), JSON.parse(stopped.text)]).toEqual([
      429,
      "60",
      { error: "too-many-guesses", message: expect.stringContaining(" · ") },
    ]);
    expect((await send(rig, json(`/message?token=other.${secrets.OtherSecret}`))).status).toBe(200);
    expect((await send(rig, json(`/group/nas/${secret}`))).status).toBe(200);
    rig.setTime(rig.now() + 60_000);
    expect((await send(rig, json(`/message?token=nas.${secret}`))).status).toBe(200);
    expect(rig.logs.filter((line) => line.includes("too-many-guesses"))).toHaveLength(1);
  });
});

describe("a topic of ntfy's", () => {
  const { TopicSecret } = secrets;
  const authorization = `Bearer ${TopicSecret}`;
  const topic = (name: string) => JSON.stringify({ topic: name, message: words() });

  it.for<[string, Request, readonly string[]]>([
    ["by PUT", { path: "/group/alerts", method: "PUT", headers: { authorization }, body: words() }, ["G5", "G6"]],
    ["at the host's root", { path: "/alerts", headers: { authorization }, body: words() }, ["G5", "G6"]],
    ["at the host's root, in JSON", { path: "/", headers: { authorization }, body: topic("alerts") }, ["G5", "G6"]],
    ["at the scene's", { path: "/group", headers: { authorization }, body: topic("alerts") }, ["G5", "G6"]],
    ["that is picked", { path: `/group/alerts/${TopicSecret}/dev`, body: words() }, ["G6"]],
    [
      "that is picked, behind the server's address",
      { path: "/group/alerts/dev", headers: { authorization }, body: words() },
      ["G6"],
    ],
    ["that is picked, by a query", { path: `/group/alerts/dev/publish?key=${TopicSecret}`, body: words() }, ["G6"]],
    [
      "that is the route's own name",
      { path: "/group/alerts/alerts", headers: { authorization }, body: words() },
      ["G5", "G6"],
    ],
    ["that is picked, in JSON", { path: "/alerts", headers: { authorization }, body: topic("dev") }, ["G6"]],
  ])("%s", async ([, request, targets], { rig }) => {
    const answer = await send(rig, request);
    const told = { topic: targets.length > 1 ? "alerts" : "dev", message: expect.stringMatching(/^口信 \d+$/) };
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, expect.objectContaining(told)]);
    const { message } = JSON.parse(answer.text) as { readonly message: string };
    const titles = async (target: string) =>
      (await rig.deliveries("group", target)).map(({ notice }) => notice.title).includes(message);
    expect([await titles("G5"), await titles("G6")]).toEqual([targets.includes("G5"), targets.includes("G6")]);
  });

  it.for<[string, Request, number, number]>([
    ["that is in no pick", { path: "/group/alerts", headers: { authorization }, body: topic("prod") }, 404, 40_401],
    [
      "that is in no pick, behind the server's address",
      { path: "/group/alerts/prod", headers: { authorization }, body: words() },
      404,
      40_401,
    ],
    ["without the secret", { path: "/alerts", body: words() }, 401, 40_101],
    ["without the secret, in JSON", { path: "/", body: topic("alerts") }, 401, 40_101],
    ["that is read", { path: "/group/alerts/json", method: "GET", headers: { authorization } }, 404, 40_401],
  ])("%s", async ([, request, status, code], { rig }) => {
    const answer = await send(rig, request);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, expect.objectContaining({ code, http: status })]);
  });
});

it("a route may answer 200 to a sender that takes nothing else", async ({ rig }) => {
  const body = () => JSON.stringify({ title: words() });
  expect((await send(rig, { path: "/group/plain", body: body() })).status).toBe(200);
  expect((await send(rig, { path: "/group/accepted", body: body() })).status).toBe(202);
  expect((await send(rig, { path: "/group/plain", body: '{"colour":1}' })).status).toBe(422);
});

it("nothing of a path, a query or a body is in the log", ({ rig }) => {
  const all = rig.logs.join("\n");
  expect(all).toContain('"route":"nas"');
  for (const hidden of [...Object.values(secrets), "wr0ng", "whatever", "口信", "/message"])
    expect(all).not.toContain(hidden);
});
