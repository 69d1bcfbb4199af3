import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startRelay } from "../../../local/run/server.ts";
import { makeAdminToken } from "../../../local/admin/admin-token.ts";
import { readSecrets } from "../../../local/run/secrets.ts";
import type { Routes } from "../../../lib/model/route.ts";
import { startDynamo } from "../../support/engines.ts";
import { runRelay } from "./run-relay.ts";

const folder = mkdtempSync(join(tmpdir(), "mistakes-"));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const routes: Routes = {
  ci: { scene: "group", source: "github", secret: "CiSecret", to: ["4C8F0E2B", "4C8F9999"] },
  disk: { scene: "c2c", source: "generic", secret: "DiskSecret", to: ["U1"] },
  later: { scene: "group", source: "generic", open: true, to: "bound" },
};
const routesFile = file("routes.mjs", `export const routes = ${JSON.stringify(routes)};`);
const brokenRoutes = file(
  "broken.mjs",
  `export const routes = { ci: { scene: "grup", source: "github", to: ["G1"] } };`,
);
const data = join(folder, "data");

let relay: Running;
let engine: Awaited<ReturnType<typeof startDynamo>>;
const other = createServer((_, response) => response.end("<h1>something else</h1>"));
let otherPort = "";

beforeAll(async () => {
  readSecrets(["CiSecret", "DiskSecret"], {}, join(data, "secrets.json"));
  relay = await startRelay({
    routes,
    settings: {},
    env: readSecrets(["CiSecret", "DiskSecret"], {}, join(data, "secrets.json")).values,
    admin: { token: makeAdminToken(data) },
    simulatorPort: 0,
    log: () => undefined,
  });
  engine = await startDynamo();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  otherPort = String((other.address() as AddressInfo).port);
}, 60_000);
afterAll(async () => {
  other.close();
  await relay.stop();
  await engine.stop();
  rmSync(folder, { recursive: true });
});

/** The relay of this test, as its own operator reaches it. */
const here = (): Record<string, string> => ({
  RELAY_DATA: data,
  RELAY_ROUTES: routesFile,
  ADMIN_PORT: new URL(relay.adminUrl).port,
  PORT: new URL(relay.url).port,
  INIT_CWD: folder,
});
const nowhere = { RELAY_ROUTES: routesFile, ADMIN_PORT: "1", PORT: "1", INIT_CWD: folder };
/** AWS as this machine may know it: no account, no metadata service. */
const aws = {
  RELAY_ROUTES: routesFile,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_REGION: "ap-east-1",
  HOME: folder,
  INIT_CWD: folder,
};
const dynamo = (): Record<string, string> => ({ RELAY_ROUTES: routesFile, DYNAMODB_ENDPOINT: engine.dynamo.endpoint });

type Mistake = readonly [
  what: string,
  args: readonly string[],
  env: () => Record<string, string>,
  code: number,
  says: RegExp,
];

const mistakes: readonly Mistake[] = [
  ["no relay runs", ["status"], () => nowhere, 3, /No relay runs at http:\/\/127\.0\.0\.1:1\. Start it \(npm start\)/],
  [
    "something else answers",
    ["status"],
    () => ({ ...here(), ADMIN_PORT: otherPort }),
    3,
    /is not qq-relay.*Check ADMIN_PORT/,
  ],
  [
    "another's data folder",
    ["deliveries"],
    () => ({ ...here(), RELAY_DATA: folder }),
    3,
    /does not take the admin-token/,
  ],
  [
    "no relay at the door",
    ["send", "disk", "hi"],
    () => ({ ...here(), PORT: "1" }),
    3,
    /does not answer\. Start the relay/,
  ],
  [
    "something else at the door",
    ["send", "disk", "hi"],
    () => ({ ...here(), PORT: otherPort }),
    3,
    /not qq-relay\. Check PORT/,
  ],
  [
    "a secret of another start",
    ["send", "disk", "hi"],
    () => ({ ...here(), DiskSecret: "wrong" }),
    1,
    /does not take the secret DiskSecret/,
  ],
  ["an unknown route", ["send", "dsik", "hi"], here, 4, /there is no route dsik; there are ci, disk, later/],
  ["an unknown route to list", ["deliveries", "--route", "nope"], here, 4, /there is no route nope/],
  [
    "an unknown conversation",
    ["status", "group:NOPE"],
    here,
    4,
    /there is no conversation "group:NOPE"; there are group:4C8F0E2B/,
  ],
  ["half an id of two conversations", ["mute", "4C8F"], here, 4, /may be 2 conversations; write the whole name/],
  ["an unknown delivery", ["trace", "nope"], here, 4, /there is no delivery "nope".*relay -- deliveries/],
  ["an unknown delivery to send again", ["replay", "nope", "--yes"], here, 4, /there is no delivery "nope"/],
  ["nothing to send again named", ["replay"], here, 2, /Say what to send again: replay <delivery id>/],
  ["no such time", ["deliveries", "--since", "yesterday"], here, 2, /--since "yesterday" has to be 30m, 2h, 2d/],
  ["no such state", ["deliveries", "--state", "sentt"], here, 2, /there are: pending, sent/],
  ["no such limit", ["deliveries", "--limit", "0"], here, 2, /1–1000/],
  ["no such span", ["mute", "U1", "soon"], here, 2, /"soon" is no span of time: write 30m/],
  [
    "a route that does not send there",
    ["mute", "U1", "1h", "--route", "ci"],
    here,
    4,
    /route ci does not send to c2c:U1.*disk/,
  ],
  ["a pairing of a route with targets", ["pair", "disk"], here, 1, /write to: "bound"/],
  ["no such pairing", ["unpair", "later", "4C8F0E2B"], here, 4, /is not paired with route later; see .* bindings/],
  ["ending what the configuration says", ["unpair", "disk", "U1"], here, 1, /take it out of its to/],
  ["an unknown command", ["statsu"], here, 2, /unknown command 'statsu'[\s\S]*Did you mean status\?/],
  ["an unknown option", ["status", "--jsn"], here, 2, /unknown option '--jsn'/],
  ["an argument left out", ["send", "disk"], here, 2, /missing required argument 'title'/],
  ["both places", ["status", "--table", "t", "--url", "http://x"], here, 2, /cannot be used with/],
  [
    "a routes file with a fault",
    ["send", "ci", "hi", "--routes", brokenRoutes],
    () => nowhere,
    1,
    /has to be mended:[\s\S]*scene/,
  ],
  ["no routes file", ["secrets", "--routes", "nope.mjs"], () => nowhere, 1, /nope\.mjs/],
  [
    "a base that is no address",
    ["send", "disk", "hi", "--base", "relay"],
    here,
    2,
    /--base "relay" has to be an address/,
  ],
  ["a backup over a file", ["backup", routesFile], () => ({ ...here() }), 1, /exists already: name another file/],
  ["no AWS credentials", ["status", "--table", "t"], () => aws, 3, /no AWS credentials\. Run aws sso login/],
  ["no AWS region", ["status", "--table", "t"], () => ({ ...aws, AWS_REGION: "" }), 3, /No AWS region is named/],
  ["a wrong table", ["status", "--table", "nope"], dynamo, 3, /There is no table nope.*sst deploy/],
  ["a wrong stage", ["status", "--stage", "nope"], dynamo, 4, /there is no table of stage nope\. Check --stage/],
  ["a console of a wrong table", ["console", "--table", "nope"], dynamo, 3, /There is no table nope.*sst deploy/],
  ["a console at no port", ["console", "--table", "t", "--port", "x"], dynamo, 2, /--port has to be a port from 0/],
  [
    "no engine at the endpoint",
    ["status", "--table", "t"],
    () => ({ ...aws, DYNAMODB_ENDPOINT: "http://127.0.0.1:1" }),
    3,
    /DynamoDB does not answer/,
  ],
  ["an empty id", ["trace", ""], here, 2, /^id 不能是空的\nid must not be empty\n$/],
  ["an empty conversation", ["mute", ""], here, 2, /^target must not be empty$/m],
  ["an empty title on a table", ["send", "ci", "", "--table", "t"], dynamo, 2, /^title must not be empty$/m],
  [
    "an empty title",
    ["send", "disk", ""],
    here,
    1,
    /应答 422：body（按 JSON 读取）没有可通知的内容.*\n.* answered 422: body \(read as JSON\): nothing to tell[^·]*$/,
  ],
  ["too long a title", ["send", "ci", "x".repeat(501)], here, 2, /title has to be of at most 500 characters/],
  ["an unknown route to set up", ["routes", "nope"], here, 4, /There is no route nope; there are ci, disk, later/],
  ["an address that is none", ["routes", "--url", "relay"], here, 2, /--url "relay" has to be an address/],
  ["no file to preview", ["preview", "nope.json"], here, 4, /there is no file .*nope\.json/],
  [
    "no file to restore",
    ["restore", "nope.sqlite"],
    () => ({ ...nowhere, RELAY_DATA: join(folder, "new") }),
    4,
    /there is no file/,
  ],
];

describe("a mistake on the command line", () => {
  it.concurrent.each(mistakes)("%s: a sentence with the fix, and no stack", async (_what, args, env, code, says) => {
    const ended = await runRelay(args, env());
    expect(ended).toMatchObject({ code, out: "" });
    expect(ended.err).toMatch(says);
    expect(ended.err).not.toMatch(/^\s+at |node:internal|Error:/m);
  });
});

it("a console at a port in use: a sentence with the option that moves it", async () => {
  const ended = await runRelay(["console", "--table", engine.dynamo.name, "--port", otherPort], dynamo());
  expect(ended).toMatchObject({ code: 1, out: "" });
  expect(ended.err).toMatch(/Port \d+ is in use\. Stop what uses it, or choose another: --port \d+\n$/);
});

it("ends with 1 where QQ refused for good what was sent, and says why", async () => {
  const deliveries = [{ id: "disk#1", target: "c2c:U1", state: "failed", reason: "40034006 refused" }];
  const door = createServer((_, response) => response.writeHead(202).end(JSON.stringify({ deliveries })));
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const ended = await runRelay(["send", "disk", "hi", "--base", base], here());
  door.close();
  expect(ended).toMatchObject({ code: 1, err: "" });
  expect(ended.out).toContain("40034006 refused");
});
