import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { cacheFor, whyNotInstalled } from "../support/install.ts";
import { runBot } from "./run-bot.ts";

type Client = {
  /** Of its bot, and of the folder that it is installed in. */
  readonly name: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly scene: "group" | "channel";
  /** Connections that it has after op 7: more than one is a fault of its own. */
  readonly connections: number;
  readonly smoke?: true;
};

/** Each at the version that was looked at. */
const clients: readonly Client[] = [
  // Knows no groups and no new tokens: `Bot appid.token`.
  { name: "qq-guild-bot", packages: { "qq-guild-bot": "2.9.5" }, scene: "channel", connections: 1, smoke: true },
  // Two of its parts open a connection each when one ends, so that one idles beside the session.
  { name: "qq-official-bot", packages: { "qq-official-bot": "1.0.13" }, scene: "group", connections: 2 },
  // Heartbeats with `s` in place of `d`.
  {
    name: "satori",
    packages: { "@satorijs/adapter-qq": "4.11.0", "@satorijs/core": "4.6.0", cordis: "3.18.1" },
    scene: "group",
    connections: 1,
  },
  // Heartbeats with `d: null`.
  {
    name: "alemonjs",
    packages: { "@alemonjs/qq-bot": "2.1.35", alemonjs: "2.1.109" },
    scene: "group",
    connections: 1,
  },
];

const replied = (text: string): unknown =>
  expect.objectContaining({ permit: "msg", code: 0, body: expect.objectContaining({ content: `echo: ${text}` }) });

const ready = { identifies: 1, sessions: [expect.objectContaining({ connected: true })] };

/** Talks with a client's bot; the answer is what the gateway saw of it in the end. */
async function converse(folder: string, { name, scene, connections }: Client) {
  const bot = await runBot(name, folder);
  onTestFinished(bot.stop);
  const until = async (see: () => Promise<unknown>, expected: unknown): Promise<void> => {
    const look = async () => ({ seen: await see(), output: bot.output() });
    await expect.poll(look, { timeout: 20_000, interval: 50 }).toMatchObject({ seen: expected });
  };
  const say = (text: string) => bot.tell("say", { scene, target: "T", text });

  await until(bot.seen, ready);
  await say("one");
  await until(bot.sent, [replied("one")]);

  await bot.tell("gateway", { op7: true });
  await say("two");
  await until(bot.seen, { ...ready, resumes: 1, connections });
  await say("three");
  await until(bot.sent, expect.arrayContaining([replied("two"), replied("three")]));
  return bot.seen();
}

for (const client of clients) {
  const tags = client.smoke ? ["smoke"] : [];
  test(`${client.name}: hello, ready, event, reply; op 7, resume, reply`, { tags }, async ({ skip }) => {
    const folder = join(cacheFor("gateway-clients"), client.name);
    const missing = whyNotInstalled(folder, client.packages);
    if (missing !== undefined) skip(missing);
    expect(await converse(folder, client)).toMatchObject({ identifies: 1, resumes: 1 });
  });
}
