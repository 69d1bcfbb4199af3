import { beforeAll, describe, expect, vi } from "vitest";
import { load, whyNoClients } from "./have.ts";
import { secret, senderTest, toOwnGroups } from "./line.ts";

const missing = whyNoClients();

const it = senderTest(
  toOwnGroups({
    slack: { source: "slack" },
    discord: { source: "discord" },
    dingtalk: { source: "dingtalk" },
    telegram: { source: "telegram" },
    onebot: { source: "onebot" },
    pushdeer: { source: "pushdeer" },
    topic: { source: "ntfy" },
    alerts: { source: "ntfy" },
  }),
);

type Send = (message: object) => Promise<unknown>;
type Slack = { readonly IncomingWebhook: new (url: string) => { readonly send: Send } };
type Discord = {
  readonly WebhookClient: new (
    webhook: object,
    options: object,
  ) => { readonly send: Send; readonly sendSlackMessage: Send };
};
type ChatBot = {
  readonly markdown: (title: string, text: string, at: object) => Promise<unknown>;
  readonly actionCard: Send;
};
type DingTalk = { readonly default: new (options: object) => ChatBot };
type Api = {
  readonly getMe: () => Promise<unknown>;
  readonly getUpdates: () => Promise<unknown>;
  readonly sendMessage: (chat: number, text: string, other: object) => Promise<unknown>;
};
type Grammy = { readonly Api: new (token: string, options: object) => Api };
type Push = new (config: object) => {
  readonly send: (title: string, text: string, option?: object) => Promise<unknown>;
};
type PushAllInOne = Readonly<Record<"OneBot" | "PushDeer" | "Ntfy", Push>>;
type NpmNtfy = { readonly publish: Send };

const dingTalkOk = { data: { errcode: 0, errmsg: "ok" } };
const smoke = { tags: ["smoke"] };

describe.skipIf(missing !== undefined)("a client from npm", () => {
  it("@slack/webhook posts a text with an attachment", smoke, async ({ line }) => {
    const { IncomingWebhook } = await load<Slack>("@slack/webhook");
    const client = new IncomingWebhook(`http://${line.host}/group/slack/${secret}`);
    const attachment = {
      color: "danger",
      title: "build 812 失败",
      title_link: "https://ci.example.com/812",
      fields: [{ title: "branch", value: "main", short: true }],
    };
    const sent = await client.send({ text: "*api* &lt;main&gt; <!channel>", attachments: [attachment] });
    expect(sent).toEqual({ text: "ok" });
    expect(await line.told("slack")).toEqual([
      "🚨 api <main>\nbuild 812 失败\nbranch: main\nhttps://ci.example.com/812",
    ]);
  });

  it("discord.js posts an embed, and a message in Slack's shape", smoke, async ({ line }) => {
    const { WebhookClient } = await load<Discord>("discord.js");
    const rest = { api: `http://${line.host}/group/discord`, retries: 0 };
    const client = new WebhookClient({ id: "1", token: secret }, { rest });
    const embed = {
      title: "节点 node-3 下线",
      url: "https://nodes.example.com/3",
      color: 0xed4245,
      description: "no **heartbeat** for `90 s` @everyone",
      fields: [{ name: "zone", value: "cn-north", inline: true }],
    };
    expect(await client.send({ embeds: [embed] })).toMatchObject({ id: expect.any(String) });
    // It answers false whatever it gets, Discord's own `ok` too; what is refused it throws.
    await client.sendSlackMessage({ text: "node-3 is *back* <https://nodes.example.com/3|details>" });
    expect(await line.told("discord")).toEqual([
      "❌ 节点 node-3 下线\nno heartbeat for 90 s\nzone: cn-north\nhttps://nodes.example.com/3",
      "node-3 is back details\nhttps://nodes.example.com/3",
    ]);
  });

  it("dingtalk-robot-sender posts Markdown with its token and a sign, and a card", smoke, async ({ line }) => {
    const { default: ChatBot } = await load<DingTalk>("dingtalk-robot-sender");
    const webhook = `http://${line.host}/group/dingtalk/robot/send?access_token=${secret}`;
    const client = new ChatBot({ webhook, secret });
    const text = "## 磁盘告警\n\n> **db-1** 使用率 97 %\n\n[处理](https://disk.example.com/db-1)";
    expect(await client.markdown("磁盘告警", text, { isAtAll: true })).toMatchObject(dingTalkOk);
    const btns = [{ title: "查看", actionURL: "https://ci.example.com/813" }];
    expect(await client.actionCard({ title: "构建 813", text: "等待**批准**", btns })).toMatchObject(dingTalkOk);
    expect(await line.told("dingtalk")).toEqual([
      "⚠️ 磁盘告警\ndb-1 使用率 97 %\n处理\nhttps://disk.example.com/db-1",
      "构建 813\n等待批准\nhttps://ci.example.com/813",
    ]);
  });

  it("grammy asks who it is, and sends HTML and entities", smoke, async ({ line }) => {
    const { Api } = await load<Grammy>("grammy");
    const api = new Api(secret, { apiRoot: `http://${line.host}/group/telegram` });
    expect(await api.getMe()).toMatchObject({ is_bot: true });
    const html = '<b>证书</b> expires in 3 days: <a href="https://certs.example.com/1">a&lt;b&gt;</a>';
    expect(await api.sendMessage(-100, html, { parse_mode: "HTML" })).toMatchObject({ message_id: expect.any(Number) });
    const entities = [{ type: "bold", offset: 2, length: 4 }];
    expect(await api.sendMessage(-100, "🔥 fire 在机房", { entities })).toMatchObject({ chat: { id: -100 } });
    await expect(api.getUpdates()).rejects.toThrow("409");
    expect(await line.told("telegram")).toEqual([
      "证书 expires in 3 days: a<b>\nhttps://certs.example.com/1",
      "🔥 fire 在机房",
    ]);
  });

  describe("push-all-in-one", () => {
    beforeAll(() => {
      // It goes by a proxy of the environment wherever it goes.
      for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "SOCKS_PROXY"]) vi.stubEnv(name, "");
      return () => vi.unstubAllEnvs();
    });

    it("sends by OneBot", smoke, async ({ line }) => {
      const { OneBot } = await load<PushAllInOne>("push-all-in-one");
      const client = new OneBot({
        ONE_BOT_BASE_URL: `http://${line.host}/group/onebot`,
        ONE_BOT_ACCESS_TOKEN: secret,
      });
      const sent = await client.send("门铃 doorbell", "有人按门铃 &#91;1&#93;", {
        message_type: "group",
        group_id: 10001,
      });
      expect(sent).toMatchObject({ status: 200, data: { status: "ok", retcode: 0 } });
      expect(await line.told("onebot")).toEqual(["门铃 doorbell\n有人按门铃 [1]"]);
    });

    it("sends by PushDeer, below the route and at the root of the host", async ({ line }) => {
      const { PushDeer } = await load<PushAllInOne>("push-all-in-one");
      const taken = { status: 200, data: { code: 0 } };
      const below = { PUSH_DEER_ENDPOINT: `http://${line.host}/group/pushdeer`, PUSH_DEER_PUSH_KEY: secret };
      expect(await new PushDeer(below).send("下载完成", "- [片子](https://nas.example.com/1)")).toMatchObject(taken);
      const root = { PUSH_DEER_ENDPOINT: `http://${line.host}`, PUSH_DEER_PUSH_KEY: `pushdeer.${secret}` };
      expect(await new PushDeer(root).send("入库 done", "", { type: "text" })).toMatchObject(taken);
      expect(await line.told("pushdeer")).toEqual(["下载完成\n片子\nhttps://nas.example.com/1", "入库 done"]);
    });

    it("sends by ntfy, whose topic is the route's id", async ({ line }) => {
      const { Ntfy } = await load<PushAllInOne>("push-all-in-one");
      const client = new Ntfy({ NTFY_URL: `http://${line.host}`, NTFY_TOPIC: "topic", NTFY_AUTH: `Bearer ${secret}` });
      const option = { priority: 5, click: "https://ups.example.com", tags: "zap" };
      expect(await client.send("停电", "UPS 还有 8 分钟", option)).toMatchObject({
        status: 200,
        data: { topic: "topic" },
      });
      expect(await line.told("topic")).toEqual(["🚨 ⚡ 停电\nUPS 还有 8 分钟\nhttps://ups.example.com/"]);
    });
  });

  it("ntfy publishes to a topic at the root of the host", async ({ line }) => {
    const { publish } = await load<NpmNtfy>("ntfy");
    const sent = await publish({
      server: `http://${line.host}`,
      topic: "alerts",
      authorization: { username: "relay", password: secret },
      title: "Backup failed",
      message: "磁盘已满",
      priority: 4,
      actions: [{ type: "view", label: "log", url: "https://backup.example.com/7" }],
    });
    expect(sent).toMatchObject({ event: "message", topic: "alerts" });
    expect(await line.told("alerts")).toEqual(["❌ Backup failed\n磁盘已满\nhttps://backup.example.com/7"]);
  });
});
