import { describe, expect } from "vitest";
import { minute } from "../../lib/base/time.ts";
import { readCase } from "../sources/monitors.ts";
import { monitorSecrets, monitorTest } from "../support/monitor-line.ts";

const { MonitorSecret: secret, OtherSecret: other } = monitorSecrets;
const it = monitorTest("uptime-kuma");
const [down, up] = [readCase("uptime-kuma", "down"), readCase("uptime-kuma", "up-with-downtime")];

describe("a monitor that goes down and comes up", () => {
  it("is told twice where there is time for it, with why, how long, and its page", async ({
    rig,
    send,
    speak,
    told,
  }) => {
    expect((await send(`now/${secret}`, down)).status).toBe(202);
    expect(await told("G1")).toEqual([
      expect.stringMatching(/❌ 线上 \/ 商城首页故障.*ECONNREFUSED.*https:\/\/shop\.example\//s),
    ]);
    await rig.later(10 * minute);
    expect((await send(`now/${secret}`, up)).status).toBe(202);
    await speak("G1");
    expect(await told("G1")).toEqual([
      expect.anything(),
      expect.stringMatching(/✅ 线上 \/ 商城首页已恢复.*故障持续 2 小时 12 分钟/s),
    ]);
  });

  it("is one notice, that it is well again, where nobody heard of it yet", async ({ send, speak, told }) => {
    await send(`later/${secret}`, down);
    await send(`later/${secret}`, up);
    await speak("G2");
    const texts = await told("G2");
    expect(texts).toEqual([expect.stringMatching(/✅ 线上 \/ 商城首页已恢复/)]);
    expect(texts[0]).not.toContain("ECONNREFUSED");
  });
});

describe("a request", () => {
  it.for<[string, string]>([
    ["as JSON", "down"],
    ["as a form", "form-of-a-maintenance"],
    ["by GET", "down-by-get"],
  ])("%s is taken with the secret in the address or as bearer", async ([, name], { send, told }) => {
    const request = readCase("uptime-kuma", name);
    const bearer = { ...request, headers: { ...request.headers, authorization: `Bearer ${secret}` } };
    expect((await send(`now/${secret}`, request)).status).toBe(202);
    expect((await send("now", bearer)).status).toBe(202);
    expect(await told("G1")).toHaveLength(1);
  });

  it.for(["now", "now/guess", `now/${other}`, "now/MonitorSecret"])(
    "to %s is refused",
    async (path, { send, told }) => {
      const { status, text } = await send(path, down);
      expect([401, 404]).toContain(status);
      expect(text).not.toContain(secret);
      expect(await told("G1")).toEqual([]);
    },
  );

  it("of another shape is refused by the place, in both languages", async ({ send }) => {
    const { status, text } = await send(`now/${secret}`, readCase("uptime-kuma", "wrong-status"));
    expect([status, text]).toEqual([422, expect.stringMatching(/body\.heartbeat\.status.*应为 number/)]);
  });
});

it("hostile words mention nobody", async ({ send, told }) => {
  await send(`now/${secret}`, readCase("uptime-kuma", "hostile"));
  const [text = ""] = await told("G1");
  expect(text).toContain("故障");
  expect(text).not.toMatch(/<@!?\d|@everyone/);
});
