import { describe, expect } from "vitest";
import { whyNoPackage } from "./have.ts";
import { secret, senderTest, toOwnGroups } from "./line.ts";
import { run } from "./run.ts";

const missing = whyNoPackage("apprise");

const it = senderTest(
  toOwnGroups({
    json: { source: "generic", auth: "basic" },
    form: { source: "generic", auth: "basic" },
    gotify: { source: "gotify" },
    mattermost: { source: "mattermost" },
    apprise: { source: "apprise" },
    rocketchat: { source: "rocketchat" },
    bark: { source: "bark" },
    ntfy: { source: "ntfy" },
  }),
);

const title = "备份 backup failed";
const body = "磁盘已满: no space left on /dev/sda1";

const words = `${title}\n${body}`;

/** By route: its URL at `host`, and what its group is told of a failure. Some dialects have no word for one. */
const schemes: Readonly<Record<string, readonly [url: (host: string) => string, told: string]>> = {
  json: [(host) => `json://relay:${secret}@${host}/group/json`, `❌ ${words}`],
  form: [(host) => `form://relay:${secret}@${host}/group/form`, `❌ ${words}`],
  gotify: [(host) => `gotify://${host}/group/gotify/${secret}?priority=high`, `❌ ${words}`],
  mattermost: [(host) => `mmost://${host}/group/mattermost/${secret}`, words],
  apprise: [(host) => `apprise://${host}/group/apprise/${secret}`, `❌ ${words}`],
  rocketchat: [(host) => `rocket://rocketchat/${secret}@${host}?avatar=no`, words],
  bark: [
    (host) => `bark://${host}/bark.${secret}?level=timeSensitive&click=https%3A%2F%2Fnas.example.com%2F7`,
    `⚠️ ${words}\nhttps://nas.example.com/7`,
  ],
  ntfy: [
    (host) => `ntfy://relay:${secret}@${host}/ntfy?priority=high&click=https%3A%2F%2Fnas.example.com%2F7`,
    `❌ ${words}\nhttps://nas.example.com/7`,
  ],
};

describe.skipIf(missing !== undefined)("apprise", () => {
  for (const [route, [url, told]] of Object.entries(schemes))
    it(
      `posts by ${url("…").replaceAll(secret, "…")}`,
      { tags: route === "json" ? ["smoke"] : [] },
      async ({ line }) => {
        const args = ["-vv", "-t", title, "-b", body, "-n", "failure", url(line.host)];
        expect(await run("apprise", args)).toMatchObject({ code: 0 });
        expect(await line.told(route)).toEqual([told]);
      },
    );
});
