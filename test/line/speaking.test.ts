import { expect } from "vitest";
import { hour } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const group = { scene: "group", id: "G1" } as const;

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"] },
  alerts: { scene: "group", source: "generic", open: true, to: ["G1"] },
};

const it = lineTest(routes)
  .extend("send", ({ rig }) => async (title: string, path = "/group/ci") => {
    await rig.post(path, { title, key: title });
    await rig.relay.idle();
  })
  .extend(
    "texts",
    ({ rig }) =>
      async () =>
        (await rig.received("group", "G1")).map(({ body }) => String(body["content"])),
  );

it("brings what waits for the retry of a push", async ({ rig, send, texts }) => {
  await rig.sim("faults", { times: 4, code: 50055001 });
  await send("一");
  const [held] = await rig.deliveries("group", "G1");
  expect(held?.notBefore).toBeGreaterThan(rig.now());
  await rig.say("group", "G1");
  expect(await texts()).toEqual(["一"]);
});

it.for(["摘要", "/digest"])(
  "brings what waits for the retry of a reply in an older window: %s",
  async (words, { rig, send, texts }) => {
    await rig.sim("settings", { limits: { override: { group: { proactive: 0 } } } });
    await rig.say("group", "G1");
    await rig.sim("faults", { times: 24, code: 50055001 });
    await send("一");
    for (let at = 1; at <= 5; at += 1) {
      rig.setTime(rig.now() + 12 * 60_000);
      await rig.say("group", "G1");
    }
    const [held] = await rig.deliveries("group", "G1");
    expect(held?.state).toBe("pending");
    expect(held?.notBefore).toBeGreaterThan(rig.now());
    expect(await texts()).toEqual([]);
    rig.setTime(rig.now() + 2_000);
    await rig.say("group", "G1", words);
    expect(await texts()).toEqual(["一"]);
  },
);

it.for(["摘要", "/digest"])(
  "answers what holds everything, where its route is muted: %s",
  async (words, { rig, send, texts }) => {
    await rig.say("group", "G1", "静音 2h ci");
    await send("一");
    await rig.say("group", "G1", words);
    expect((await texts()).at(-1)).toContain("ci 静音中（到 14:00），存着 1 条");
    await send("二", "/group/alerts");
    expect((await texts()).at(-1)).toContain("二");
  },
);

it("answers who gives a command where QQ had said that the bot is gone", async ({ rig, texts }) => {
  await rig.store.changeState(group, { gone: true, goneTimes: 1, goneUntil: rig.now() + hour });
  await rig.say("group", "G1", "状态");
  expect((await texts()).at(-1)).toContain("本月还能主动发");
});
