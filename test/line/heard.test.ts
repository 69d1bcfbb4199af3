import { expect } from "vitest";
import { lineTest } from "../support/line-fixtures.ts";

const it = lineTest({ ci: { scene: "group", source: "generic", open: true, to: ["G1"] } });

it("a group that no route names is heard of by its id, so that a route can name it", async ({ rig }) => {
  await rig.say("group", "G-NEW", "你好");
  await rig.say("c2c", "U-NEW", "在吗");
  await rig.sim("event", { t: "GROUP_ADD_ROBOT", d: { group_openid: "G-ADDED", op_member_openid: "M" } });
  await rig.relay.idle();
  const heard = await rig.store.readHeard(rig.now());
  const told = heard.map(({ scene, target, user = "" }) => `${scene} ${target} ${user}`);
  expect(new Set(told)).toEqual(new Set(["c2c U-NEW U-NEW", "group G-ADDED ", "group G-NEW 3"]));
  expect(JSON.stringify(heard)).not.toContain("你好");
  expect(rig.logs.join("\n")).not.toContain("G-NEW");
});
