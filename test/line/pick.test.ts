import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { sharedLineTest } from "../support/line-fixtures.ts";
import type { Rig } from "../support/rig.ts";

const secrets = { OpsSecret: "ops-secret-2f2f", BotSecret: "bot-secret-9a9a" } as const;

const pick = { "#ops": "G1", "#dev": "G2" } as const;

const slack = { scene: "group", source: "slack", secret: "OpsSecret", to: ["G1", "G2"] } as const;

const routes: Routes = {
  picked: { ...slack, pick },
  everyone: slack,
  mattermost: { ...slack, source: "mattermost", secret: "BotSecret", pick: { town: "G1" } },
  discord: { ...slack, source: "discord", pick: { "42": "G2" } },
  open: { scene: "group", source: "slack", open: true, to: ["G1", "G2"], pick },
};

const it = sharedLineTest(routes, { env: secrets });

let count = 0;

type Sent = { readonly route: string; readonly path?: string; readonly body?: Readonly<Record<string, unknown>> };

/** Posts words that no other request has, and tells the answer and which of the groups they were enlisted for. */
async function post(rig: Rig, { route, path = `/${secrets.OpsSecret}`, body = {} }: Sent, field = "text") {
  const words = `口信 ${(count += 1)}`;
  const answer = await fetch(`${rig.relay.url}/group/${route}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ [field]: words, ...body }),
  });
  const groups = ["G1", "G2", "#ops", "town", "elsewhere"];
  const told = await Promise.all(groups.map(async (group) => (await noticed(rig, group)).includes(words)));
  return { status: answer.status, text: await answer.text(), to: groups.filter((_, at) => told[at]) };
}

/** Titles and lines of what waits for a group, or was told to it. */
const noticed = async (rig: Rig, group: string): Promise<string> =>
  JSON.stringify((await rig.deliveries("group", group)).map(({ notice }) => notice));

describe("a route with `pick`", () => {
  it.for<[string, Sent, readonly string[]]>([
    ["an id that is in it", { route: "picked", body: { channel: "#ops" } }, ["G1"]],
    ["another one", { route: "picked", body: { channel: "#dev" } }, ["G2"]],
    ["no id", { route: "picked" }, ["G1", "G2"]],
    ["an empty one", { route: "picked", body: { channel: "" } }, ["G1", "G2"]],
    ["an id, where the route is open", { route: "open", path: "", body: { channel: "#dev" } }, ["G2"]],
    [
      "Mattermost's, by the secret in its path",
      { route: "mattermost", path: `/hooks/${secrets.BotSecret}`, body: { channel: "town" } },
      ["G1"],
    ],
  ])("takes a request with %s", async ([, sent, to], { rig }) => {
    expect(await post(rig, sent)).toEqual({ status: 200, text: "ok", to });
  });

  it.for<[string, Sent]>([
    ["an id that is not in it", { route: "picked", body: { channel: "#random" } }],
    ["a target's own id, which is not its name here", { route: "picked", body: { channel: "G1" } }],
    ["a name of JavaScript's", { route: "picked", body: { channel: "constructor" } }],
    ["an id of another route's", { route: "picked", body: { channel: "town" } }],
    ["an id that is not in it, where the route is open", { route: "open", path: "", body: { channel: "elsewhere" } }],
  ])("tells whoever sends %s that there is none, in Slack's words, and keeps nothing", async ([, sent], { rig }) => {
    expect(await post(rig, sent)).toEqual({ status: 404, text: "channel_not_found", to: [] });
  });

  it("tells it in Discord's words too", async ({ rig }) => {
    const sent = { route: "discord", path: `/${secrets.OpsSecret}` };
    expect(await post(rig, { ...sent, path: `${sent.path}?thread_id=42` }, "content")).toMatchObject({ to: ["G2"] });
    const answer = await post(rig, { ...sent, path: `${sent.path}?thread_id=43` }, "content");
    expect(answer).toEqual({ status: 404, text: '{"message":"Unknown Channel","code":10003}', to: [] });
  });

  it("tells nobody who has no secret whether there is one", async ({ rig }) => {
    for (const channel of ["#ops", "#random"])
      expect(await post(rig, { route: "picked", path: "/wr0ng", body: { channel } })).toEqual({
        status: 403,
        text: "invalid_token",
        to: [],
      });
  });
});

describe("a route without `pick`", () => {
  it.for(["#ops", "#random", "G1", "G2", ""])("does not look at the id %j", async (channel, { rig }) => {
    expect(await post(rig, { route: "everyone", body: { channel } })).toEqual({
      status: 200,
      text: "ok",
      to: ["G1", "G2"],
    });
  });
});
