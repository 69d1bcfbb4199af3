import { expect, test } from "vitest";
import { tellPermission } from "../../simulator/permission-events.ts";
import { emptyState } from "../../simulator/state.ts";
import { simTest } from "./sim-test.ts";
import { textFor } from "./sim.ts";

const now = Date.parse("2026-11-21T10:00:00+08:00");

test.each([
  ["c2c", { proactive: false }, ["C2C_MSG_REJECT"]],
  ["c2c", { proactive: true }, ["C2C_MSG_RECEIVE"]],
  ["c2c", { gone: true }, ["FRIEND_DEL"]],
  ["group", { gone: false, proactive: false }, ["GROUP_ADD_ROBOT", "GROUP_MSG_REJECT"]],
  ["group", { muted: true }, []],
  ["channel", { gone: true, proactive: false }, ["CHANNEL_DELETE"]],
  ["dm", { gone: true, proactive: false }, []],
] as const)("%s %o", (scene, change, names) => {
  expect(tellPermission({ scene, id: "T" }, change, emptyState(), now).map(({ t }) => t)).toEqual(names);
});

test("carries the ids that QQ's events have", () => {
  expect(tellPermission({ scene: "group", id: "G" }, { gone: true }, emptyState(), now)).toEqual([
    { t: "GROUP_DEL_ROBOT", d: { group_openid: "G", op_member_openid: "member-of-G", timestamp: 1795226400 } },
  ]);
});

simTest("`tell` lets the bot hear; the change holds in either way, where QQ has no event too", async ({ sim }) => {
  await sim.control("permission", { scene: "group", target: "T", proactive: false, tell: true });
  expect((await sim.send("group", textFor("group"))).code).toBe(40034105);
  await sim.control("permission", { scene: "dm", target: "T", proactive: false, tell: true });
  expect((await sim.send("dm", textFor("dm"))).code).toBe(304031);
  await sim.control("permission", { scene: "group", target: "T", gone: false, proactive: true, tell: true });
  expect((await sim.send("group", textFor("group"))).status).toBe(200);
});
