import { expect, it } from "vitest";
import { readBases } from "../../../lib/compose/bases.ts";
import type { Routes } from "../../../lib/model/route.ts";
import { createStore } from "../../../lib/store/store.ts";
import { showBases } from "../../../local/run/show-bases.ts";
import { noon } from "../../support/build.ts";
import { startEngine } from "../../support/engines.ts";

const route = { source: "generic", open: true, to: ["1"] } as const;
const routes: Routes = {
  people: { ...route, scene: "c2c" },
  ci: { ...route, scene: "group" },
  news: { ...route, scene: "channel" },
};

it("tells for each kind of conversation that routes send to which rules count, and why, what is alike once", async () => {
  const engine = await startEngine();
  const store = createStore(engine.table, 30);
  const show = async (settings: object) =>
    showBases(await readBases({ routes, settings }, store, noon), "Asia/Shanghai", noon);
  const alike =
    "子频道 channel: 按旧规则算限额，2026 年的在这里一样 · Limits: the older rules, here the same as those of 2026";
  expect(await show({})).toEqual([
    "单聊 c2c、群 group: 按旧规则算限额，用完时试发一条，看 QQ 收不收 · Limits: the older rules; when they are used up, one message finds out whether QQ takes more",
    alike,
  ]);
  await store.learn("group", { provenSince: noon, provenAt: noon });
  expect(await show({})).toEqual([
    expect.stringMatching(/^单聊 c2c: /),
    "群 group: 按 2026 年的规则算限额：11月21日起 QQ 是这样收的 · Limits: the rules of 2026, by which QQ has taken messages since Nov 21",
    alike,
  ]);
  expect(await show({ limits: "2026" })).toEqual([
    "单聊 c2c、群 group、子频道 channel: 按设置里的 2026 算限额 · Limits: 2026, as set",
  ]);
  await engine.stop();
});
