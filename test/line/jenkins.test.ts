import { expect } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import { type Case, readCase } from "../sources/monitors.ts";
import { monitorSecrets, monitorTest } from "../support/monitor-line.ts";

const { MonitorSecret: secret, OtherSecret: other } = monitorSecrets;
const it = monitorTest("jenkins");

const failure = readCase("jenkins", "failure");
const fixed = readCase("jenkins", "back-to-normal");

type Body = { readonly build: object };

const inPhase = (request: Case, phase: string): Case => {
  const body = request.body as Body;
  return { ...request, body: { ...body, build: { ...body.build, phase } } };
};

it("a build's failure is told once, whatever phases tell it, and then that all is well", async ({
  rig,
  send,
  speak,
  told,
}) => {
  await send(`now/${secret}`, readCase("jenkins", "started"));
  await send(`now/${secret}`, inPhase(failure, "COMPLETED"));
  await rig.later(second);
  await send(`now/${secret}`, failure);
  expect(await told("G1")).toEqual([
    expect.stringMatching(
      /❌ shop » web » main #318 构建失败.*main 9c0ffee.*412 个中 3 个失败.*https:\/\/ci\.example\//s,
    ),
  ]);
  await rig.later(10 * minute);
  await send(`now/${secret}`, fixed);
  await speak("G1");
  expect(await told("G1")).toEqual([expect.anything(), expect.stringMatching(/✅ shop » web » main #319 构建成功/)]);
});

it("its second phase is not told again, though the first was told long before", async ({ rig, send, told }) => {
  await send(`now/${secret}`, inPhase(failure, "COMPLETED"));
  expect(await told("G1")).toHaveLength(1);
  await rig.later(5 * minute);
  await send(`now/${secret}`, failure);
  await rig.later(5 * minute);
  expect(await told("G1")).toHaveLength(1);
});

it("a failure that was mended before anyone heard of it is one notice", async ({ send, speak, told }) => {
  await send(`later/${secret}`, failure);
  await send(`later/${secret}`, fixed);
  await speak("G2");
  const texts = await told("G2");
  expect(texts).toEqual([expect.stringContaining("#319 构建成功")]);
  expect(texts[0]).not.toContain("#318");
});

it.for(["now", "now/guess", `now/${other}`])("a request to %s is refused", async (path, { send, told }) => {
  const { status, text } = await send(path, failure);
  expect([401, 404]).toContain(status);
  expect(text).not.toContain(secret);
  expect(await told("G1")).toEqual([]);
});

it("a password in the address is one of the ways", async ({ send, told }) => {
  const authorization = `Basic ${btoa(`jenkins:${secret}`)}`;
  expect((await send("now", { ...failure, headers: { ...failure.headers, authorization } })).status).toBe(202);
  expect(await told("G1")).toHaveLength(1);
});
