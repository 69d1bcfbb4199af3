import { expect } from "vitest";
import { day, minute } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { deriveKeys } from "../../lib/qq/callback/keys.ts";
import { lifeSign } from "../../lib/qq/callback/life-sign.ts";
import { signCallback } from "../../lib/qq/callback/sign-callback.ts";
import { lineTest } from "../support/line-fixtures.ts";
import type { Rig } from "../support/rig.ts";

const routes: Routes = {
  ops: { scene: "c2c", source: "generic", open: true, to: ["U1"], policy: { proactive: "always" } },
};

const keys = deriveKeys("secret-of-the-bot");

const lineOf = (warnTo?: string) =>
  lineTest(routes, { settings: warnTo === undefined ? {} : { warnTo } })
    .extend("live", ({ rig }) => async (body: string | Uint8Array = lifeSign) => {
      const bytes = Buffer.from(body);
      const headers = keys && signCallback(bytes, { appId: "app", keys }, rig.now());
      const answer = await fetch(`${rig.relay.url}/events`, { method: "POST", body: bytes, headers: headers ?? {} });
      return [answer.status, await answer.json()];
    })
    // Sweeps each minute, as in AWS.
    .extend("pass", ({ rig }) => async (minutes: number, each?: () => Promise<unknown>) => {
      for (let count = 0; count < minutes; count += 1) {
        rig.setTime(rig.now() + minute);
        await each?.();
        await rig.relay.sweep();
        await rig.relay.idle();
      }
    });

const it = lineOf("ops");

const told = async (rig: Rig) => (await rig.received("c2c", "U1")).map(({ body }) => String(body["content"]));

type Line = Readonly<Record<string, unknown>>;

const linesOf = (rig: Rig, event: string): readonly Line[] =>
  rig.logs.map((line) => JSON.parse(line) as Line).filter((line) => line["event"] === event);

const silences = (rig: Rig) => linesOf(rig, "sweep").map(({ gatewaySilent }) => gatewaySilent);

it("a process that lives is no matter; one that falls silent is told once, and that it is back", async ({
  rig,
  live,
  pass,
}) => {
  expect(await live()).toEqual([200, { op: 11, d: "gateway" }]);
  await pass(10, () => live());
  expect(await told(rig)).toEqual([]);

  await pass(60);
  const [warning, ...more] = await told(rig);
  expect(more).toEqual([]);
  expect(warning?.split("\n")).toEqual([
    "❌ 网关进程超过 5 分钟没有动静",
    expect.stringMatching(/^最后一次是 今天 12:10。/),
    expect.stringMatching(/^怎么办：/),
  ]);
  const quiet = silences(rig).slice(-60);
  expect(quiet).toEqual([0, 0, 0, 0, ...Array.from({ length: 56 }, () => 1)]);
  expect(linesOf(rig, "gateway-silent")).toEqual([{ level: "warn", event: "gateway-silent", silentMs: 5 * minute }]);

  await pass(3, () => live());
  expect((await told(rig)).slice(1).map((text) => text.split("\n")[0])).toEqual([
    "✅ 网关进程恢复了，又能收到 QQ 的事件",
  ]);
  expect(linesOf(rig, "gateway-back")).toEqual([{ level: "info", event: "gateway-back", silentMs: 61 * minute }]);
  expect(silences(rig).at(-1)).toBe(0);

  await pass(10);
  expect(await told(rig)).toHaveLength(3);
});

it("where none ever lived, nothing is told: QQ's own heartbeats are none of it", async ({ rig, live, pass }) => {
  expect(await live('{"op":1,"d":42}')).toEqual([200, { op: 11, d: 42 }]);
  await pass(10);
  expect(await told(rig)).toEqual([]);
  expect(silences(rig).filter((silent) => silent !== undefined)).toEqual([]);
});

it("what nobody signed is no sign of life", async ({ rig, pass }) => {
  const answer = await rig.post("/events", { op: 1, d: "gateway" }, { "x-bot-appid": "app" });
  expect(answer.status).toBe(401);
  await pass(10);
  expect(await told(rig)).toEqual([]);
});

it("is written down once a minute at most, however often it comes", async ({ rig, live }) => {
  const seen = async () => (await rig.store.readGatewayLife())?.seenAt;
  const begin = rig.now();
  await live();
  rig.setTime(begin + minute - 1);
  await Promise.all([live(), live(), live()]);
  expect(await seen()).toBe(begin);
  rig.setTime(begin + minute);
  await live();
  expect(await seen()).toBe(begin + minute);
});

it("one that was ended for good is forgotten after a week", async ({ rig, live, pass }) => {
  await live();
  await pass(6);
  rig.setTime(rig.now() + 7 * day);
  await pass(1);
  expect(silences(rig).slice(-2)).toEqual([1, undefined]);
});

const silent = lineOf();

silent(
  "without a route for warnings the log and the metric tell it, and nothing is sent",
  async ({ rig, live, pass }) => {
    await live();
    await pass(8);
    await pass(2, () => live());
    expect(await told(rig)).toEqual([]);
    expect(silences(rig).slice(-10)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 0, 0]);
    expect([linesOf(rig, "gateway-silent").length, linesOf(rig, "gateway-back").length]).toEqual([1, 1]);
    expect(await rig.store.readGatewayLife()).toEqual({ seenAt: rig.now() });
  },
);
