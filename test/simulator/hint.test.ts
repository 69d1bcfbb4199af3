import { describe, expect, test } from "vitest";
import { hintOf } from "../../simulator/hint.ts";
import { startSimulator } from "../../simulator/server.ts";
import { begin } from "./gateway-client.ts";

const facts = {
  relayStatus: null,
  way: "gateway",
  hasCallback: false,
  isOnline: false,
  url: "http://127.0.0.1:1",
} as const;

describe("a hint", () => {
  test.each([
    ["where somebody heard it there is none", { relayStatus: 200 }, undefined],
    ["where a callback refused it there is none", { relayStatus: 500, way: "callback" }, undefined],
    ["no bot", {}, "QQ_API_BASE=http://127.0.0.1:1 QQ_TOKEN_URL=http://127.0.0.1:1/app/getAppAccessToken"],
    ["a bot that did not ask", { isOnline: true }, "intents"],
    ["callbacks without an address", { way: "callback" }, "--callback URL"],
    ["a callback that is not answered", { way: "callback", hasCallback: true }, "does the bot run"],
    ["both ways, and no bot", { way: "both" }, "no bot is on the gateway"],
  ] as const)("%s", (_, changed, told) => {
    const hint = hintOf({ ...facts, ...changed });
    expect(hint).toEqual(told === undefined ? undefined : expect.stringContaining(told));
  });
});

test("who speaks where nobody listens is told so, and so is who started it", async ({ onTestFinished }) => {
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const sim = await startSimulator({ port: 0, appId: "sim-app", appSecret: "sim-secret-0123456789", log });
  onTestFinished(sim.stop);
  const post = async (name: string, body: object) =>
    (await (await fetch(`${sim.url}/_sim/${name}`, { method: "POST", body: JSON.stringify(body) })).json()) as {
      hint?: string;
    };
  const say = (more = {}) => post("say", { scene: "group", target: "G", text: "hi", ...more });
  expect((await say()).hint).toContain(`QQ_API_BASE=${sim.url}`);
  expect((await say({ mention: false })).hint).toContain("mention");
  expect((await post("event", { t: "FRIEND_ADD", d: { openid: "U" } })).hint).toContain("no bot is on the gateway");
  expect(lines).toHaveLength(2);
  const { socket } = await begin(sim.url);
  onTestFinished(() => socket.terminate());
  expect(await say()).not.toHaveProperty("hint");
  expect(lines).toHaveLength(2);
});
