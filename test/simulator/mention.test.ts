import { describe, expect } from "vitest";
import { begin, type Frame } from "./gateway-client.ts";
import { simTest } from "./sim-test.ts";

/** Every message of groups and channels. */
const everything = 2 ** 9 + 2 ** 25 + 2 ** 29 + 2 ** 30;

const test = simTest.extend("hear", ({ sim }) =>
  /** What the bot is told of one message; undefined where it is not told. */
  async (scene: "group" | "channel" | "c2c" | "dm", more: object): Promise<Frame | undefined> => {
    const client = await begin(sim.url, everything + 2 ** 12);
    await sim.say(scene, "T", more);
    await sim.event("AUDIO_START", {});
    const frame = await client.next();
    client.socket.terminate();
    return frame.t === "AUDIO_START" ? undefined : frame;
  },
);

const you = { scope: "single", bot: true, is_you: true, id: "bot-of-T", member_openid: "bot-of-T" };

describe("a group whose owner lets the bot read everything", () => {
  test("has one event for all, that says who is addressed", async ({ sim, hear }) => {
    await sim.control("settings", { fullGroups: ["T"] });
    const told = { t: "GROUP_MESSAGE_CREATE", d: { content: " hi", mentions: [{ ...you, username: "sim-bot" }] } };
    expect(await hear("group", {})).toMatchObject(told);
    expect(await hear("group", { mention: false })).toMatchObject({ t: told.t, d: { content: "hi", mentions: [] } });
    expect(await hear("group", { mention: "all" })).toMatchObject({
      d: { mentions: [{ scope: "all", is_you: true }] },
    });
  });
});

describe("elsewhere", () => {
  test("a group tells what is said to the bot", async ({ hear }) => {
    expect(await hear("group", {})).toMatchObject({
      t: "GROUP_AT_MESSAGE_CREATE",
      d: { content: " hi ", mentions: [] },
    });
    expect(await hear("group", { mention: false })).toBeUndefined();
  });

  test("a channel tells the rest to bots of the private domain", async ({ sim, hear }) => {
    expect(await hear("channel", {})).toMatchObject({ t: "AT_MESSAGE_CREATE", d: { mentions: [{ bot: true }] } });
    expect(await hear("channel", { mention: false })).toMatchObject({ t: "MESSAGE_CREATE", d: { content: "hi" } });
    await sim.control("settings", { publicDomain: true });
    expect(await hear("channel", { mention: false })).toBeUndefined();
    expect(await hear("channel", {})).toMatchObject({ t: "AT_MESSAGE_CREATE" });
  });

  test.for(["c2c", "dm"] as const)("a %s is the bot's alone", async (scene, { hear }) => {
    expect(await hear(scene, { mention: false })).toMatchObject({ d: { content: "hi" } });
  });
});
