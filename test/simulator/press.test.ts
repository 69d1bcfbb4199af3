import { expect } from "vitest";
import { begin } from "./gateway-client.ts";
import { simTest as test } from "./sim-test.ts";

test.for([
  ["c2c", { chat_type: 2, scene: "c2c", user_openid: "T" }],
  ["group", { chat_type: 1, scene: "group", group_openid: "T", group_member_openid: "U" }],
  ["channel", { chat_type: 0, scene: "guild", channel_id: "T", guild_id: "T" }],
] as const)("a press in %s is told in its own shape", async ([scene, shape], { sim, onTestFinished }) => {
  const { socket, next } = await begin(sim.url, 2 ** 26);
  onTestFinished(() => socket.terminate());
  const press = { scene, target: "T", button_id: "b", button_data: "x", message_id: "m", user: "U" };
  const { body } = await sim.control("press", press);
  expect(body).toMatchObject({ relayStatus: 200, interaction: expect.any(String) });
  expect(await next()).toMatchObject({
    t: "INTERACTION_CREATE",
    id: body["id"],
    d: {
      ...shape,
      id: body["interaction"],
      type: 11,
      application_id: "sim-app",
      data: { type: 11, resolved: { button_id: "b", button_data: "x", message_id: "m" } },
    },
  });
});

test("no page of QQ's has buttons in direct messages", async ({ sim }) => {
  const { status, body } = await sim.control("press", { scene: "dm", target: "T", button_data: "x" });
  expect([status, body["error"]]).toEqual([400, expect.stringMatching(/^scene: /)]);
});
