import { describe, expect } from "vitest";
import type { Route, Routes } from "../../lib/model/route.ts";
import { type SceneName, sceneNames } from "../../lib/model/scene.ts";
import { findTableFault } from "../support/request-tables.ts";
import { lineTest } from "../support/line-fixtures.ts";

const ids = { c2c: "U1", group: "G1", channel: "101", dm: "201" } as const;

const route = (scene: SceneName, more: Partial<Route> = {}): Route => ({
  scene,
  source: "generic",
  open: true,
  to: [ids[scene]],
  ...more,
});

const routes: Routes = {
  embed: route("channel", { form: "embed" }),
  "dm-embed": route("dm", { form: "embed" }),
  card: route("group", {
    form: "ark",
    ark: { template: 1001, kv: ([first]) => [{ key: "#TITLE#", value: first?.title ?? "" }] },
  }),
  broken: route("group", {
    form: "ark",
    ark: {
      template: 1001,
      kv: () => {
        throw new TypeError("no");
      },
    },
  }),
  template: route("channel", {
    form: "markdown",
    template: { id: "T1", params: ([first]) => ({ title: first?.title ?? "" }) },
  }),
  oncall: route("group", { mention: { critical: ["8F2C0E41"] } }),
  redirected: route("group", { links: "redirect" }),
  kept: route("group"),
};

const plenty = { override: Object.fromEntries(sceneNames.map((scene) => [scene, { proactive: 1_000 }])) };

const settings = { limits: plenty, domains: ["example.cn"], redirect: "https://r.example.cn/go?to={url}" };

const notice = { title: "**磁盘** <@1>", text: "db-1", link: "https://github.com/octo" };

describe("what a route asks for, as QQ takes it", () => {
  const it = lineTest(routes, {
    settings,
    qq: { limits: plenty, customArks: [1001], domains: settings.domains },
  }).extend("send", ({ rig }) => async (id: string, body: object = notice) => {
    const scene = routes[id]?.scene ?? "group";
    expect((await rig.post(`/${scene}/${id}`, body)).status).toBe(202);
    await rig.relay.idle();
    const attempts = await rig.attempts(scene, ids[scene]);
    for (const attempt of attempts) expect(findTableFault(scene, attempt.body)).toBeUndefined();
    return attempts;
  });

  it.for<[id: string, body: object]>([
    ["embed", { embed: { title: "**磁盘** <＠1>", fields: [{ name: "db-1" }, { name: "https://github.com/octo" }] } }],
    ["dm-embed", { embed: { title: "**磁盘** <＠1>" } }],
    ["card", { msg_type: 3, ark: { template_id: 1001, kv: [{ key: "#TITLE#", value: "**磁盘** <＠1>" }] } }],
    ["broken", { msg_type: 0, content: "**磁盘** <＠1>\ndb-1\nhttps://github.com/octo" }],
    [
      "template",
      { markdown: { custom_template_id: "T1", params: [{ key: "title", values: ["＊＊磁盘＊＊ ＜＠1＞"] }] } },
    ],
    ["oncall", { content: "**磁盘** <＠1>\ndb-1\nhttps://github.com/octo" }],
    ["redirected", { content: "**磁盘** <＠1>\ndb-1\nhttps://r.example.cn/go?to=https%3A%2F%2Fgithub%2Ecom%2Focto" }],
  ])("%s", async ([id, body], { send }) => {
    expect(await send(id)).toMatchObject([{ code: 0, body }]);
  });

  it("mentions whom the route names for the level, and nobody else", async ({ send }) => {
    const [message] = await send("oncall", { ...notice, level: "critical" });
    expect(message?.body["content"]).toBe(
      '🚨 **磁盘** <＠1>\ndb-1\nhttps://github.com/octo\n<qqbot-at-user id="8F2C0E41" />',
    );
  });

  it.for<[id: string, refusing: object, steps: readonly string[], body: { msg_type?: number; content?: string }]>([
    ["card", { customArks: [] }, ["304011 markdown"], { msg_type: 2 }],
    ["card", { customArks: [], markdown: false }, ["304011 markdown", "40034127 text"], { msg_type: 0 }],
    ["template", { channelMarkdown: false }, ["304036 markdown", "50056 text"], { content: "**磁盘** &lt;＠1&gt;" }],
    [
      "kept",
      { urlRule: true },
      ["40054010 links"],
      { content: "**磁盘** <＠1>\ndb-1\nhttps://r.example.cn/go?to=https%3A%2F%2Fgithub%2Ecom%2Focto" },
    ],
    [
      "kept",
      { urlRule: true, domains: [] },
      ["40054010 links", "40054010 links"],
      { content: "**磁盘** <＠1>\ndb-1\ngithub。com/octo" },
    ],
  ])("%s falls where QQ takes less: %j", async ([id, refusing, steps, body], { rig, send }) => {
    await rig.sim("settings", refusing);
    const attempts = await send(id);
    const scene = routes[id]?.scene ?? "group";
    const [delivery] = await rig.deliveries(scene, ids[scene]);
    expect(delivery).toMatchObject({ state: "sent", last: { steps } });
    const told = { ...body, ...("content" in body && { content: expect.stringContaining(body.content) }) };
    expect(attempts.at(-1)).toMatchObject({ code: 0, body: told });
  });
});
