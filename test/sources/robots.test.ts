import { describe, expect, it } from "vitest";
import type { Inbound } from "../../lib/model/inbound.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { sources } from "../../lib/sources/index.ts";
import { inboundOf } from "../support/inbound.ts";

type Name = "dingtalk" | "feishu" | "wecom";

/** What a message is read as, and the notice that it becomes. */
async function read(name: Name, body: unknown) {
  const format = await sources[name].load();
  const inbound = inboundOf({ body: JSON.stringify(body) });
  const parsed = format.parse(inbound, {});
  if (isRefusal(parsed)) return { refused: sources[name].dialect.refused(parsed) };
  return { parsed, notice: format.map(parsed, { language: "en", at: inbound.at, timeZone: "UTC" }) };
}

const form = (name: string): Inbound => ({
  ...inboundOf({
    headers: { "content-type": "multipart/form-data; boundary=x" },
    query: { type: "file" },
    body: `--x\r\nContent-Disposition: form-data; name="media";filename="${name}"\r\n\r\nwords\r\n--x--\r\n`,
  }),
  rest: ["cgi-bin", "webhook", "upload_media"],
});

describe("a file by WeCom", () => {
  const upload = (name: string) =>
    JSON.parse(sources.wecom.dialect.aside(form(name))?.text ?? "") as { readonly media_id: string };

  it.each(["report.pdf", "月报 (1).xlsx", "..\\dir/last.txt", ""])("%j is told by its name", async (name) => {
    const { media_id } = upload(name);
    const { notice } = await read("wecom", { msgtype: "file", file: { media_id } });
    const last = name.split(/[\\/]/).at(-1);
    expect(notice?.title).toBe(last === "" ? "File" : `File: ${last}`);
  });

  it("has a short id whatever its name", () => {
    expect(upload("長".repeat(130)).media_id.length).toBeLessThanOrEqual(410);
  });

  it("is not what a message is", () => {
    expect(sources.wecom.dialect.aside({ ...inboundOf({}), rest: ["cgi-bin", "webhook", "send"] })).toBeUndefined();
  });
});

describe("a conversation that a request names", () => {
  it.each<[Name, object, string | undefined]>([
    ["wecom", { msgtype: "text", text: { content: "up" }, chatid: "wr1" }, "wr1"],
    ["feishu", { msg_type: "text", content: { text: "up" }, receive_id: "oc_1" }, "oc_1"],
    ["feishu", { msg_type: "share_chat", content: { share_chat_id: "oc_1" } }, undefined],
    ["dingtalk", { msgtype: "text", text: { content: "up" } }, undefined],
  ])("%s: %j", async (name, body, chat) => {
    expect((await read(name, body)).parsed?.chat).toBe(chat);
  });
});

describe("a message that is not quite what it says", () => {
  it.each<[Name, object, string]>([
    ["dingtalk", { msgtype: "TEXT", text: "up" }, "up"],
    ["dingtalk", { msgtype: "markdown", text: { content: "up" } }, "up"],
    ["wecom", { markdown: { content: "up" } }, "up"],
    ["feishu", { msg_type: "post", content: { zh_cn: { title: "up", content: [] } } }, "up"],
    ["feishu", { msg_type: "interactive", card: '{"elements":[[{"tag":"text","text":"up"}]]}' }, "up"],
    ["feishu", { msg_type: "text", content: "up" }, "up"],
    ["feishu", { msg_type: "post", content: { post: { zh_cn: { content: [[{ tag: "img" }]] } } } }, "Picture"],
  ])("%s: %j", async (name, body, title) => {
    expect((await read(name, body)).notice?.title).toBe(title);
  });
});

describe("a message that says nothing is refused by its vendor's code", () => {
  it.each<[Name, unknown, number]>([
    ["dingtalk", {}, 40_035],
    ["dingtalk", { msgtype: "constructor", constructor: {} }, 40_035],
    ["dingtalk", { msgtype: "feedCard", feedCard: { links: [null, 1] } }, 40_035],
    ["feishu", { msg_type: "interactive" }, 9_499],
    ["feishu", { msg_type: "image", content: {} }, 9_499],
    ["feishu", { msg_type: "post", content: { post: { zh_cn: { content: [[{ tag: "hr" }]] } } } }, 9_499],
    ["wecom", { msgtype: "image", image: null }, 40_058],
    ["wecom", "plain", 40_058],
  ])("%s: %j", async (name, body, code) => {
    const { refused } = await read(name, body);
    const answer = JSON.parse(refused?.text ?? "{}") as { readonly errcode?: number; readonly code?: number };
    expect([refused?.status, answer.errcode ?? answer.code]).toEqual([200, code]);
  });
});
