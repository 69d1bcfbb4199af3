import { describe, expect, it } from "vitest";
import { sources } from "../../lib/sources/index.ts";
import { inboundOf } from "../support/inbound.ts";

const isMine = (name: "slack" | "mattermost" | "rocketchat" | "discord", body: object, path = "/ops"): boolean =>
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
  });
});
