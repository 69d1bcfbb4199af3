import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startRelay } from "../../../local/run/server.ts";

let relay: Running;
beforeAll(async () => {
  relay = await startRelay({
    routes: { ci: { scene: "group", source: "generic", open: true, to: ["G"] } },
    settings: {},
    env: {},
    simulatorPort: 0,
    log: () => undefined,
  });
});
afterAll(() => relay.stop());

const tell = async (what: string, body: unknown): Promise<unknown> => {
  const answer = await fetch(`${relay.simulatorUrl}/_sim/${what}`, { method: "POST", body: JSON.stringify(body) });
  return answer.json();
};

const say = { scene: "group", target: "G", text: "在吗" };

describe("QQ's callbacks reach the relay", () => {
  test("it passes the check of its address", async () => {
    expect(await tell("check", {})).toEqual({ relayStatus: 200, valid: true });
  });

  test.each([
    ["good", 200],
    ["bad", 401],
    ["none", 401],
  ])("a signature that is %s is answered with %i", async (signature, relayStatus) => {
    expect(await tell("say", { ...say, signature })).toMatchObject({ relayStatus });
  });

  test("events that tell nothing are taken too", async () => {
    expect(await tell("event", { t: "AUDIO_START", d: { guild_id: "2" } })).toMatchObject({ relayStatus: 200 });
  });

  test("a button that is pressed is acknowledged", async () => {
    const d = { id: "I", type: 11, chat_type: 1, group_openid: "G", group_member_openid: "M", data: { type: 11 } };
    expect(await tell("event", { t: "INTERACTION_CREATE", d })).toMatchObject({ relayStatus: 200 });
    const seen = await fetch(`${relay.simulatorUrl}/_sim/interactions`);
    expect(await seen.json()).toEqual([{ id: "I", type: 11, acknowledged: 0 }]);
  });

  test("others are turned away", async () => {
    const answer = await fetch(`${relay.url}/events`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(401);
    expect(await fetch(`${relay.url}/events`)).toMatchObject({ status: 405 });
  });
});
