import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createStore } from "../../../lib/store/store.ts";
import { Diagnosis } from "../../../local/doctor/finding.ts";
import { type Simulator, startSimulator } from "../../../simulator/server.ts";
import { delivery } from "../../support/build.ts";
import { startDynamo, type TestEngine } from "../../support/engines.ts";
import { type Child, runLocal, untilReady } from "../child.ts";
import { bot, routes } from "./well-relay.ts";

const folder = mkdtempSync(join(tmpdir(), "doctor-process-"));
const routesFile = join(folder, "routes.mjs");
const shipped = join(folder, "shipped.mjs");
writeFileSync(routesFile, `export const routes = ${JSON.stringify(routes)};`);
const example = { ...routes.code, to: ["4C8F0E2B7A9D43E1B65A0C7D9F1E3A52"] };
writeFileSync(shipped, `export const routes = ${JSON.stringify({ ...routes, code: example })};`);
afterAll(() => rmSync(folder, { recursive: true }));

const secrets = { DiskSecret: "0123456789abcdef", CodeSecret: "fedcba9876543210" };

async function doctor(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const child = runLocal("cli/relay.ts", ["doctor", ...args], env);
  const code = await child.exit;
  return { code, out: child.out(), err: child.err() };
}

const read = (out: string): Diagnosis => Diagnosis.strict().parse(JSON.parse(out));

describe("a run that is up, with a bot of its own", () => {
  let simulator: Simulator;
  let relay: Child;
  let env: Record<string, string>;
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, appId: bot.QQ_APP_ID, appSecret: bot.QQ_APP_SECRET });
    const qq = { ...bot, QQ_API_BASE: simulator.url, QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken` };
    env = { ...qq, ...secrets, RELAY_DATA: join(folder, "data"), RELAY_ROUTES: shipped };
    relay = runLocal("run/start.mjs", [], { ...env, PORT: "0" });
    await untilReady(relay);
    env["ADMIN_PORT"] = new URL(relay.adminUrl()).port;
  });
  afterAll(async () => {
    relay.process.kill("SIGTERM");
    await relay.exit;
    await simulator.stop();
  });

  it("said what is wrong before it was ready", () => {
    expect(relay.err()).toMatch(
      /^✗ placeholder-ids\n {2}路由 code 的 to 里是示例 id.*\n {2}→ .*\n {2}Example ids in to of route code/m,
    );
  });

  it("is told what is wrong, with exit code 1, as JSON of one shape", async () => {
    const { code, out, err } = await doctor(env, "--json");
    const { ok, findings } = read(out);
    expect([code, err, ok]).toEqual([1, "", false]);
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([
      ["placeholder-ids", "fault"],
      ["routes", "warning"],
    ]);
  });

  it("ends with 0 where there are only warnings, for people", async () => {
    const { code, out } = await doctor(env, "--routes", routesFile);
    expect(code).toBe(0);
    expect(out).toMatch(/^! routes\n {2}路由 disk、code 没有收到过通知/m);
    expect(out).toMatch(/0 个问题，1 个提醒 · faults: 0, warnings: 1\n$/);
  });
});

describe("a deployed table", () => {
  let engine: TestEngine & { readonly dynamo: NonNullable<TestEngine["dynamo"]> };
  let env: Record<string, string>;
  beforeAll(async () => {
    engine = await startDynamo();
    engine.setClock(Date.now);
    env = { DYNAMODB_ENDPOINT: engine.dynamo.endpoint, RELAY_ROUTES: routesFile };
    const store = createStore(engine.table, 30);
    const target = { scene: "c2c", id: "U1" } as const;
    await store.enlist(delivery({ id: "disk#1", route: "disk", target, arrivedAt: Date.now() }));
    await store.changeState(target, { spokeAt: Date.now() });
  });
  afterAll(() => engine.stop());

  it("is read by the user's own credentials", async () => {
    const { code, out, err } = await doctor(env, "--table", engine.dynamo.name, "--json");
    const { findings, skipped } = read(out);
    expect([code, err]).toEqual([0, ""]);
    expect(findings.map(({ check, message }) => [check, message.en])).toEqual([
      ["routes", expect.stringContaining("by route code")],
    ]);
    expect(skipped.map(({ check }) => check)).toEqual(["credentials", "secrets", "callback"]);
  });

  it("that is not there is a finding with its fix, and no stack", async () => {
    const { code, out, err } = await doctor(env, "--table", "nowhere");
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(/✗ relay\n.*nowhere.*\n.*sst deploy.*\n {2}There is no table nowhere/);
    expect(out).not.toMatch(/^\s+at /m);
  });
});
