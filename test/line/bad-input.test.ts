import { once } from "node:events";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import {
  countKept,
  goodRequest,
  provenRoutes,
  refusal,
  secrets,
  tryBad,
  withHeaders,
  without,
} from "../support/refusals.ts";
import { githubRequest, push, type Request, sendTo, signature } from "../support/requests.ts";
import { sharedLineTest } from "../support/line-fixtures.ts";

const it = sharedLineTest(provenRoutes, { env: secrets });

const github = (body: string | Uint8Array, event = "push") =>
  githubRequest("/group/ci", secrets.GithubSecret, { event, body });
const hmac = (body: string | Uint8Array, type = "application/json"): Request => ({
  path: "/group/signed",
  headers: { "content-type": type, "x-signature-256": signature(secrets.HmacSecret, body) },
  body,
});
const alerts = (body: string): Request => ({ path: `/group/key?key=${secrets.KeySecret}`, body });

describe("a path that nothing takes", () => {
  it.for<[string, string, string, RegExp]>([
    ["another route", "/group/nowhere", "unknown-route", /no group route .* infra\/routes\.ts/],
    [
      "another scene's route",
      "/channel/ci",
      "unknown-route",
      /^ci is a group route: \/group\/ci · ci 是 group 的路由：\/group\/ci$/,
    ],
    ["another scene", "/guild/ci", "not-found", /Nothing is served at \/guild\/ci/],
    ["no route", "/group", "unknown-route", /POST to \/<route>/],
    ["below a route", "/group/ci/more", "unknown-route", /nothing at this path/],
    ["another case", "/group/CI", "unknown-route", /no group route/],
    ["doubled slashes before another route", "/group//nowhere//", "unknown-route", /no group route/],
    ["__proto__", "/group/__proto__", "unknown-route", /no group route/],
    ["constructor", "/group/constructor", "unknown-route", /no group route/],
    ["a broken escape", "/group/%E0%A4%A", "unknown-route", /no group route/],
  ])("%s", async ([, path, error, message], { rig }) => {
    expect(await tryBad(rig, goodRequest(path))).toEqual(refusal(404, error, message));
  });
});

describe("a body that the route's format does not have", () => {
  const deep = `{"title":"x","a":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`;
  const polluting = '{"title":"x","alerts":[{"labels":{}}],"__proto__":{"polluted":true}}';
  const notUtf8 = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);

  it.for<[string, Request, number, string, RegExp]>([
    ["github, a field of another kind", github(push({ ref: 7 })), 422, "invalid", /^body\.ref: expected string/],
    [
      "github, a field far down",
      github(
        push({
          commits: [
            { id: "1", message: "x" },
            { id: "2", message: 5 },
          ],
        }),
      ),
      422,
      "invalid",
      /^body\.commits\[1\]\.message: expected string, received number · /,
    ],
    [
      "github, no event",
      without(github(push()), "x-github-event"),
      400,
      "unreadable",
      /header X-GitHub-Event is missing/,
    ],
    ["github, cut off", github(push().slice(0, -40)), 400, "unreadable", /^body is not JSON: /],
    ["github, nothing", github(""), 400, "unreadable", /^body is empty/],
    ["github, a list", github("[]"), 422, "invalid", /^body: expected object/],
    ["github, too deep", github(deep), 400, "unreadable", /nested deeper than 100 levels/],
    ["github, __proto__", github(polluting), 422, "invalid", /^body\.__proto__: /],
    ["github, no UTF-8", github(notUtf8), 400, "unreadable", /not valid UTF-8/],
    [
      "github, gzip",
      withHeaders(github(gzipSync(push())), { "content-encoding": "gzip" }),
      400,
      "unreadable",
      /not valid UTF-8/,
    ],
    ["alertmanager, no alerts", alerts("{}"), 422, "invalid", /^body\.alerts: expected array/],
    [
      "alertmanager, a label that is a list",
      alerts('{"alerts":[{},{"labels":{"a":[]}}]}'),
      422,
      "invalid",
      /^body\.alerts\[1\]\.labels\.a: /,
    ],
    [
      "alertmanager, cut off",
      alerts('{"alerts":[{"labels":'),
      400,
      "unreadable",
      /^body is not JSON: it ends too early/,
    ],
    ["alertmanager, too deep", alerts(deep), 400, "unreadable", /nested deeper than 100 levels/],
    ["alertmanager, __proto__", alerts(polluting), 422, "invalid", /^body\.__proto__: /],
    ["generic, nothing to tell", hmac('{"colour":"red"}'), 422, "invalid", /^body \(read as JSON\): nothing to tell/],
    ["generic, a fault", hmac('{"title":"x",}'), 400, "unreadable", /^body is not JSON: fault at line 1 column 14/],
    ["generic, too deep", hmac(deep), 400, "unreadable", /nested deeper than 100 levels/],
    ["generic, lists too deep", hmac("[".repeat(100_000) + "]".repeat(100_000)), 400, "unreadable", /nested deeper/],
    [
      "generic, __proto__ within",
      hmac('{"title":"x","a":[{"__proto__":{"polluted":1}}]}'),
      422,
      "invalid",
      /^body\.a\[0\]\.__proto__: /,
    ],
    ["generic, no UTF-8", hmac(notUtf8, "text/plain"), 400, "unreadable", /not valid UTF-8/],
    [
      "generic, a form of no UTF-8",
      hmac("title=%FF", "application/x-www-form-urlencoded"),
      400,
      "unreadable",
      /"title" is not valid UTF-8/,
    ],
    [
      "generic, a file",
      hmac("--x--", "multipart/form-data; boundary=x"),
      400,
      "unreadable",
      /^Content-Type: multipart/,
    ],
  ])("%s", async ([, request, status, error, message], { rig }) => {
    expect(await tryBad(rig, request)).toEqual(refusal(status, error, message));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("over 6 MB", async ({ rig }) => {
    const body = JSON.stringify({ title: "x".repeat(6 * 1_024 * 1_024) });
    expect(await tryBad(rig, { path: "/c2c/me", body })).toEqual(refusal(413, "too-large", /over 6 MB/));
  });

  it("broken off by a sender who hangs up", async ({ rig }) => {
    const before = await countKept(rig);
    const socket = connect(Number(new URL(rig.relay.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.end('POST /c2c/me HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\n\r\n{"title":"x"}');
    await once(socket.resume(), "close");
    expect(await countKept(rig)).toBe(before);
    expect(await sendTo(rig.relay.url, goodRequest())).toMatchObject({ status: 202 });
  });
});

describe("another method", () => {
  it.for(["GET", "PUT", "PATCH", "HEAD", "DELETE", "OPTIONS"])("%s is told to be POST", async (method, { rig }) => {
    const before = await countKept(rig);
    const { body, ...request } = goodRequest();
    const answer = await sendTo(rig.relay.url, { ...request, method, ...(method === "PUT" && body && { body }) });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
    expect(answer.json.error).toBe(method === "HEAD" ? undefined : "method-not-allowed");
    expect(await countKept(rig)).toBe(before);
  });

  it.for(["/group", "/group/", "/dm"])("GET %s says that the scene lives", async (path, { rig }) => {
    const answer = await sendTo(rig.relay.url, { path, method: "GET" });
    const scene = path.replaceAll("/", "");
    expect([answer.status, answer.json]).toEqual([
      200,
      { status: "ok", scene, message: expect.stringContaining("POST") },
    ]);
  });
});

it("says in the log which route refused what, without a secret, an openid or a body", async ({ rig }) => {
  await sendTo(rig.relay.url, { ...goodRequest(), body: '{"password":"机密"}' });
  const refused = rig.logs.filter((line) => line.includes('"refused"'));
  expect(JSON.parse(refused.at(-1) ?? "{}")).toMatchObject({ level: "warn", route: "ci", refusal: "unauthorized" });
  const all = rig.logs.join("\n");
  for (const secret of [...Object.values(secrets), "机密", '"G1"', "group:G1"]) expect(all).not.toContain(secret);
});
