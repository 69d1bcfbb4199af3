import { describe, expect, it } from "vitest";
import type { Inbound } from "../../lib/model/inbound.ts";
import type { Source } from "../../lib/model/source.ts";
import { chooseSource } from "../../lib/policy/intake/choose-source.ts";
import { type SourceName, sources } from "../../lib/sources/index.ts";
import { inboundOf } from "../support/inbound.ts";

type Name = Exclude<keyof typeof sources, "github" | "alertmanager" | "grafana" | "generic">;

const isMine = (name: Name, body: object, path = "/ops"): boolean =>
  sources[name].isMine(inboundOf({ path, body: JSON.stringify(body) }), new Set(Object.keys(body)));

describe("of a route's several sources", () => {
  it.each([
    ["text", { text: "up" }],
    ["blocks", { blocks: [] }],
    ["attachments", { channel: "#ops", attachments: [] }],
  ])("Slack and its kin take a body with %s", (_, body) => {
    expect([isMine("slack", body), isMine("mattermost", body), isMine("rocketchat", body)]).toEqual([true, true, true]);
    expect(isMine("discord", body)).toBe(false);
  });

  it("by a path of Slack's a body is Slack's, by one of its kin's it is theirs", () => {
    const mine = (path: string) =>
      (["slack", "mattermost", "rocketchat"] as const).filter((name) => isMine(name, { text: "up" }, path));
    expect(mine("/ops/key/services/T/B/x")).toEqual(["slack"]);
    expect(mine("/ops/key/hooks/x")).toEqual(["mattermost", "rocketchat"]);
    expect(mine("/ops/hooks/x/y")).toEqual(["rocketchat"]);
    expect(mine("/ops/key/hooks/x/y/")).toEqual(["rocketchat"]);
    expect(mine("/ops/api/v4/posts")).toEqual(["mattermost"]);
    expect(mine("/ops/hooks")).toEqual(["mattermost", "rocketchat"]);
    expect(mine("/services/key")).toEqual(["slack", "mattermost", "rocketchat"]);
  });

  it.each([
    ["DingTalk", { msgtype: "text", text: { content: "up" } }],
    ["Feishu", { msg_type: "text", content: { text: "up" } }],
    ["Telegram", { chat_id: 1, text: "up" }],
    ["PushDeer", { pushkey: "k", text: "up" }],
    ["ServerChan", { text: "up", desp: "more" }],
    ["a card of Teams", { "@type": "MessageCard", title: "up", text: "more" }],
    ["an adaptive card of Teams", { type: "message", attachments: [] }],
    ["a script's own", { title: "up", text: "more" }],
    ["GitHub", { action: "opened", issue: {}, repository: {} }],
  ])("leave what is %s's", (_, body) => {
    expect([isMine("slack", body), isMine("mattermost", body), isMine("rocketchat", body)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("Discord knows its own by names and paths, and a look at the webhook", () => {
    expect(isMine("discord", { embeds: [] })).toBe(true);
    expect(isMine("discord", { text: "up" }, "/ops/slack")).toBe(true);
    expect(isMine("discord", { text: "up" }, "/ops/api/webhooks/1/x")).toBe(true);
    expect(sources.discord.isMine(inboundOf({ method: "GET" }), new Set())).toBe(true);
    expect(sources.discord.isMine(inboundOf({ method: "GET", query: { message: "up" } }), new Set())).toBe(false);
    expect(sources.discord.isMine(inboundOf({ method: "GET", path: "/ops/key/title/body" }), new Set())).toBe(false);
  });
});

const json = (body: object, path = "/ops/secret") => ({ path, body: JSON.stringify(body) });
const got = (path: string, query: Record<string, string> = {}) => ({ method: "GET", path, query });

/** Requests that only one of the sources sends. */
const samples: readonly (readonly [SourceName, Parameters<typeof inboundOf>[0]])[] = [
  ["bark", json({ title: "t", body: "b", icon: "https://example.com/i.png", sound: "telegraph", group: "ops" })],
  ["bark", json({ title: "t", body: "b", device_key: "secret" }, "/ops/push")],
  ["bark", json({ title: "t" }, "/ops/secret/push")],
  ["bark", got("/ops/secret/title/body", { group: "ops" })],
  ["bark", got("/ops/secret/body")],
  ["bark", got("/ops/secret/t/s/b")],
  ["serverchan", json({ title: "t", desp: "d" })],
  ["serverchan", json({ text: "t" }, "/ops/secret.send")],
  ["serverchan", got("/ops/send/secret.send", { title: "t" })],
  ["serverchan", got("/ops/secret.send", { title: "t", desp: "d" })],
  ["pushdeer", json({ pushkey: "secret", text: "t", desp: "d", type: "markdown" })],
  ["pushdeer", json({ text: "t" }, "/ops/secret/message/push")],
  ["pushdeer", got("/ops/message/push", { pushkey: "secret", text: "t" })],
  ["slack", json({ text: "t", attachments: [] })],
  ["discord", json({ content: "t" })],
  ["discord", got("/ops/secret")],
  ["gotify", json({ title: "t", message: "m", priority: 5 }, "/ops/secret/message")],
  ["gotify", json({ message: "m" }, "/ops/secret/message")],
  ["gotify", { method: "POST", path: "/ops/message/", query: { message: "m", token: "secret" } }],
  ["alertmanager", json({ alerts: [], receiver: "r" })],
  ["sns", { path: "/ops", headers: { "x-amz-sns-message-type": "Notification" }, body: "{}" }],
  ["sns", json({ Type: "Notification", TopicArn: "arn", Message: "m", SigningCertURL: "u" }, "/ops")],
  ["cloudmonitor", { path: "/ops/secret", body: "alertName=x&alertState=OK&dimensions=%7B%7D&timestamp=1" }],
  ["cloudmonitor", json({ product: "ECS", resourceId: "acs:ecs", name: "x", level: "INFO" })],
  ["cloudmonitor", json({ alert: {}, strategyName: "x", severity: "INFO", userId: "1" })],
  ["standard-webhooks", { path: "/ops", headers: { "svix-signature": "v1,x" }, body: '{"type":"a","data":{}}' }],
];

/** All but what is as Slack's, and what has no mark and so has to be the last. */
const rivals = (Object.keys(sources) as SourceName[]).filter(
  (name) => !["mattermost", "rocketchat", "generic"].includes(name),
);

describe("beside any other source, before or behind it", () => {
  it.each(samples)("%s takes %j", (name, sent) => {
    const inbound = inboundOf(sent);
    const choose = (names: readonly SourceName[]) =>
      chooseSource(
        names.map((each) => sources[each]),
        inbound,
      )?.name;
    const chosen = rivals.flatMap((rival) => [choose([name, rival, "generic"]), choose([rival, name, "generic"])]);
    expect(new Set(chosen)).toEqual(new Set([name]));
  });
});

describe("robots", () => {
  const robots = ["dingtalk", "feishu", "wecom"] as const;
  const mineOf = (body: object, path?: string) => robots.filter((name) => isMine(name, body, path));

  it.each([
    ["a card", { msgtype: "actionCard", actionCard: {} }, ["dingtalk"]],
    ["a text that calls", { msgtype: "text", text: {}, at: {} }, ["dingtalk"]],
    ["a message", { msg_type: "text", content: {} }, ["feishu"]],
    ["news", { msgtype: "news", news: {} }, ["wecom"]],
    ["newer Markdown", { msgtype: "markdown_v2", markdown_v2: {} }, ["wecom"]],
    ["a text, which two robots take and answer alike", { msgtype: "text", text: {} }, ["dingtalk", "wecom"]],
    ["Slack's", { text: "up" }, []],
    ["Mattermost's", { channel_id: "1", message: "up" }, []],
    ["Discord's", { content: "up", embeds: [] }, []],
    ["Gotify's", { message: "up", priority: 5 }, []],
    ["OneBot's", { message_type: "group", group_id: 1, message: "up" }, []],
    ["Telegram's", { chat_id: 1, text: "up" }, []],
    ["Alertmanager's", { alerts: [], groupKey: "{}" }, []],
    ["Grafana's", { alerts: [], orgId: 1 }, []],
    ["a script's own", { title: "up", text: "more", level: "info" }, []],
  ])("robots know their own: %s", (_, body, names) => {
    expect(mineOf(body)).toEqual(names);
  });

  it("robots know their vendor's paths, whatever is posted there", () => {
    const text = { msgtype: "text", text: {} };
    expect(mineOf(text, "/ops/robot/send")).toEqual(["dingtalk"]);
    expect(mineOf(text, "/ops/cgi-bin/webhook/send")).toEqual(["wecom"]);
    expect(mineOf({}, "/ops/cgi-bin/webhook/upload_media")).toEqual(["wecom"]);
    expect(mineOf({ title: "up", text: "more" }, "/ops/open-apis/bot/hook/x")).toEqual(["feishu"]);
  });

  it.each([
    { msg_type: "text", content: {} },
    { msgtype: "text", text: {} },
    { msgtype: "markdown", markdown: {} },
  ])("nobody else takes what is a robot's: %j", (body) => {
    const mine = Object.values<Source>(sources).filter((source) =>
      source.isMine?.(inboundOf({}), new Set(Object.keys(body))),
    );
    expect(mine.map(({ name }) => name).filter((name) => !robots.some((robot) => robot === name))).toEqual([]);
  });

  it.each<[string, object, string?]>([
    ["a group's message", { group_id: 1, message: "up" }],
    ["send_msg's", { message_type: "private", user_id: "1", message: [], auto_escape: true }],
    ["whatever stands behind an action", { message: "up", title: "x" }, "/ops/x/send_group_msg_async/"],
    ["Milky's call", { message: [] }, "/ops/api/send_group_message"],
    ["a look", {}, "/ops/get_status"],
  ])("OneBot knows its own: %s", (_, body, path) => {
    expect(isMine("onebot", body, path)).toBe(true);
    for (const other of ["slack", "mattermost", "rocketchat", "discord", "gotify", "telegram"] as const)
      expect(isMine(other, body, path)).toBe(false);
  });

  it.each<[string, object, string?]>([
    ["a text", { chat_id: 1, text: "up" }],
    ["a photo", { chat_id: "@ops", photo: "https://a.example.com/a.png", caption: "up", parse_mode: "HTML" }],
    ["whatever stands behind a method", {}, "/ops/bot1:x/sendMessage"],
    ["a method in lower case", {}, "/ops/x/sendphoto"],
    ["a look", {}, "/ops/bot1:x/getMe"],
  ])("Telegram knows its own: %s", (_, body, path) => {
    expect(isMine("telegram", body, path)).toBe(true);
    for (const other of ["slack", "mattermost", "rocketchat", "discord", "gotify", "onebot"] as const)
      expect(isMine(other, body, path)).toBe(false);
  });

  it("OneBot and Telegram leave what others have", () => {
    const bodies = [
      { user_id: 1, message: "up", level: "error" },
      { message: "up", priority: 5 },
      { title: "x", message: "up" },
      { text: "up" },
      { msgtype: "text", text: { content: "up" } },
      { chat_id: 1, event: "x" },
    ];
    for (const body of bodies) expect([isMine("onebot", body), isMine("telegram", body)]).toEqual([false, false]);
  });

  it("a look by GET is theirs, not Discord's", () => {
    const look = (name: Name, path: string) => sources[name].isMine(inboundOf({ method: "GET", path }), new Set());
    expect(look("discord", "/ops/get_login_info")).toBe(false);
    expect(look("discord", "/ops/bot1:x/getMe")).toBe(false);
    expect(look("discord", "/ops/secret")).toBe(true);
    expect([look("onebot", "/ops/secret"), look("telegram", "/ops/secret")]).toEqual([false, false]);
  });

  const among = (request: Partial<Inbound>, body: unknown = "") => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const inbound = inboundOf({ path: "/ops", ...request, body: text });
    const keys = new Set(typeof body === "string" ? [] : Object.keys(body as object));
    return (Object.values(sources) as readonly Source[]).flatMap(({ name, isMine: asks }) =>
      asks?.(inbound, keys) ? [name] : [],
    );
  };

  it.each<[string, Partial<Inbound>, unknown]>([
    ["a topic in JSON", {}, { topic: "ops", message: "up" }],
    ["a topic in JSON, with a priority", {}, { topic: "ops", title: "t", message: "up", priority: 5, tags: ["x"] }],
    ["headers", { headers: { title: "t", tags: "warning" } }, "up"],
    ["headers with X-", { headers: { "x-priority": "5" } }, "up"],
    ["an upload", { method: "PUT" }, "up"],
    ["an address that publishes", { method: "GET", path: "/ops/publish", query: { message: "up" } }, ""],
  ])("ntfy alone knows its own by %s", (_, request, body) => {
    expect(among(request, body)).toEqual(["ntfy"]);
  });

  it.each<[string, Partial<Inbound>, unknown]>([
    ["the API server's body", {}, { title: "t", body: "up", type: "info", format: "text" }],
    ["its path", { path: "/ops/notify/k" }, { body: "up" }],
    ["its id", { headers: { "x-apprise-id": "e1" } }, { body: "up" }],
    ["the JSON of its URLs", {}, { version: "1.0", title: "", message: "up", attachments: [], type: "info" }],
    ["XML", { headers: { "content-type": "application/xml" } }, "<?xml version='1.0'?>"],
    ["a service of Home Assistant's", { path: "/ops/api/services/notify/phone" }, { title: "t", message: "up" }],
  ])("Apprise alone knows its own by %s", (_, request, body) => {
    expect(among(request, body)).toEqual(["apprise"]);
  });

  it.each<[string, Partial<Inbound>, object]>([
    ["Gotify", {}, { title: "t", message: "up", priority: 5 }],
    ["Bark", {}, { title: "t", body: "up", device_key: "k", level: "active" }],
    ["Grafana", {}, { version: "1", title: "t", message: "up", type: "x", alerts: [] }],
    ["pushplus", {}, { token: "t", title: "t", content: "up", topic: "group" }],
    ["Telegram", {}, { chat_id: 1, text: "up" }],
    ["DingTalk", { path: "/ops/robot/send" }, { msgtype: "text", text: { content: "up" } }],
    ["WeCom", { path: "/ops/cgi-bin/webhook/send" }, { msgtype: "text", text: { content: "up" } }],
    ["a browser", { headers: { priority: "u=1, i" } }, { text: "up" }],
  ])("ntfy and Apprise leave what is %s's", (_, request, body) => {
    expect(among(request, body)).not.toEqual(expect.arrayContaining(["ntfy"]));
    expect(among(request, body)).not.toEqual(expect.arrayContaining(["apprise"]));
  });
});
