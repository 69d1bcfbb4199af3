import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cloud, startCloud } from "../infra/cloud.ts";
import { makePlan, type Plan, secretValues } from "../infra/plan.ts";
import { copyProject, type Project } from "../infra/project.ts";
import { push } from "../support/requests.ts";
import { compareRuntimes } from "./compare-runtimes.ts";
import { whyNoRic } from "./have-ric.ts";
import { startRicLambda } from "./ric-lambda.ts";
import { startRic } from "./start-ric.ts";

const titled = (title: string): string => JSON.stringify({ title });
const bearer = (name: string) => ({
  authorization: `Bearer ${secretValues[name]}`,
  "content-type": "application/json",
});
const firing = JSON.stringify({ alerts: [{ status: "firing", labels: { alertname: "DiskWillFill" } }] });

const signed = (body: string, id: string) => ({
  "x-github-event": "push",
  "x-github-delivery": id,
  "x-hub-signature-256": `sha256=${createHmac("sha256", secretValues["GithubSecret"] ?? "")
    .update(body)
    .digest("hex")}`,
});

describe.skipIf(whyNoRic())("the zips under AWS's own runtime", () => {
  let project: Project;
  let plan: Plan;
  let cloud: Cloud;
  beforeAll(async () => {
    project = copyProject();
    plan = await makePlan(project.path, "ci");
    cloud = await startCloud(plan, startRicLambda);
  });
  afterAll(async () => {
    await cloud.stop();
    rmSync(plan.folder, { recursive: true });
    project.remove();
  });

  it.each([
    [
      "group",
      "/group/ci",
      { body: push(), headers: signed(push(), "one") },
      "group-of-the-test",
      "Codertocat/Hello-World",
    ],
    ["c2c", "/c2c/me", { body: titled("备份完成"), headers: bearer("MeSecret") }, "user-of-the-test", "备份完成"],
    ["channel", "/channel/alerts", { body: firing, headers: bearer("AlertsSecret") }, "1001", "DiskWillFill"],
    ["dm", "/dm/direct", { body: titled("部署好了"), headers: bearer("DirectSecret") }, "3001", "部署好了"],
  ] as const)(
    "%s takes a webhook at %s, wakes itself and tells QQ",
    async (scene, path, { body, headers }, target, told) => {
      expect(await cloud.post(path, body, headers)).toMatchObject({
        status: 202,
        body: { deliveries: [{ state: "pending" }] },
      });
      await cloud.idle();
      expect((await cloud.received(scene, target)).at(-1)).toContain(told);
      expect(await cloud.post(path, body, { ...headers, authorization: "", "x-hub-signature-256": "" })).toMatchObject({
        status: 401,
      });
    },
  );

  it("events hears QQ, and what it hears opens a reply", async () => {
    expect(await cloud.say("group", "group-of-the-test", "/状态")).toMatchObject({ relayStatus: 200 });
    await cloud.idle();
    expect(await cloud.received("group", "group-of-the-test")).toHaveLength(2);
  });

  it("the sweep finds what a lost wake-up left", async () => {
    cloud.lose(true);
    expect(await cloud.post("/c2c/me", titled("没人叫醒"), bearer("MeSecret"))).toMatchObject({ status: 202 });
    await cloud.idle();
    cloud.lose(false);
    expect((await cloud.received("c2c", "user-of-the-test")).join()).not.toContain("没人叫醒");
    await cloud.sweep();
    await cloud.idle();
    expect((await cloud.received("c2c", "user-of-the-test")).at(-1)).toContain("没人叫醒");
  });

  it("nothing was denied, and nothing went wrong", () => {
    expect(cloud.denied).toEqual([]);
    expect(cloud.lines().filter((line) => /"level":"error"|ERROR|Uncaught|Warning/.test(line))).toEqual([]);
    expect(cloud.lines().filter((line) => line.includes('"event":"accepted"')).length).toBeGreaterThan(0);
  });

  it("tells what init and the first request take, beside the harness of the other tests", async () => {
    const { text, statuses } = await compareRuntimes(plan);
    console.log(text);
    expect(new Set(statuses)).toEqual(new Set([202]));
  });
});

describe.skipIf(whyNoRic())("AWS's own runtime", () => {
  const startOf = async (source: string) => {
    const folder = mkdtempSync(join(tmpdir(), "handler-"));
    writeFileSync(join(folder, "bundle.mjs"), source);
    try {
      const ric = await startRic({ folder, name: "trial", handler: "bundle.handler", timeout: 5, env: {} });
      const answer = await ric.invoke({ a: 1 }).catch(String);
      await ric.stop();
      return answer;
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it.each([
    ["a handler that returns a promise is taken", "export const handler = async (event) => event", { a: 1 }],
    [
      "a handler with a callback is refused at the start",
      "export const handler = (event, context, callback) => callback(null, event)",
      expect.stringMatching(/callback-based function handlers/),
    ],
    [
      "a module that throws is refused at the start",
      'throw new Error("no routes")',
      expect.stringMatching(/no routes/),
    ],
    [
      "an error of the handler's is told as one",
      'export const handler = async () => { throw new Error("broken") }',
      expect.stringMatching(/broken/),
    ],
  ])("%s", async (_, source, answer) => {
    expect(await startOf(source)).toEqual(answer);
  });

  it("stands still between invocations", async () => {
    const folder = mkdtempSync(join(tmpdir(), "handler-"));
    writeFileSync(join(folder, "bundle.mjs"), "let count = 0; export const handler = async () => (count += 1)");
    const ric = await startRic({ folder, name: "trial", handler: "bundle.handler", timeout: 5, env: {} });
    for (const count of [1, 2]) {
      expect(await ric.invoke({})).toBe(count);
      await expect.poll(() => / T /.test(readFileSync(`/proc/${ric.pid}/stat`, "utf8"))).toBe(true);
    }
    await ric.stop();
    rmSync(folder, { recursive: true });
  });
});
