import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../lib/model/refusal.ts";
import { ntfyFormat } from "../../../lib/sources/ntfy/format.ts";
import { inboundOf } from "../../support/inbound.ts";

type Sent = Parameters<typeof inboundOf>[0];

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const wav = Buffer.from("524946462400000057415645666d7420", "hex");
const webp = Buffer.from("524946462400000057454250", "hex");

function read(sent: Sent, options = {}) {
  const parsed = ntfyFormat.parse(inboundOf({ path: "/ops", ...sent }), options);
  return isRefusal(parsed) ? parsed.refusal : { ...parsed.fields, chat: parsed.chat, unknown: parsed.unknownLevel };
}

describe("a file", () => {
  it.each<[string, Sent, object]>([
    [
      "a picture is shown",
      { headers: { filename: "a.png" }, body: png },
      { text: "📎 a.png", image: dataOf("png", png) },
    ],
    ["one without a name too", { body: Buffer.concat([png, Buffer.from([255])]) }, { text: "📎 attachment" }],
    ["a sound is named", { headers: { filename: "a.wav" }, body: wav }, { text: "📎 a.wav" }],
    ["webp is a picture", { query: { f: "a.webp" }, body: webp }, { image: dataOf("webp", webp) }],
    ["a text is read", { headers: { filename: "a.log" }, body: "one\ntwo" }, { text: "📎 a.log\none\ntwo" }],
    ["no text is not", { headers: { filename: "a.log" }, body: "one\u0000two" }, { text: "📎 a.log" }],
    ["JSON is not", { headers: { filename: "a.json" }, body: '{"a":1}' }, { text: "📎 a.json" }],
    ["a name alone", { headers: { filename: "a.log" } }, { text: "📎 a.log" }],
    ["in a form", form('name="file"; filename="a.png"', png), { text: "📎 a.png", image: dataOf("png", png) }],
    [
      "in a form, named beside it",
      { ...form('name="file"; filename="x"', wav), query: { f: "a.wav" } },
      { text: "📎 a.wav" },
    ],
    ["bytes of no text", { body: Buffer.from([0x80, 0xff, 0x00]) }, { text: "📎 attachment" }],
  ])("%s", (_, sent, words) => expect(read(sent)).toMatchObject(words));

  it("no picture is made of a sound", () => {
    expect(read({ headers: { filename: "a.wav" }, body: wav })).not.toHaveProperty("image");
  });
});

function form(disposition: string, bytes: Buffer): Sent {
  const head = Buffer.from(`--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`);
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  return { headers, body: Buffer.concat([head, bytes, Buffer.from("\r\n--b--\r\n")]) };
}

function dataOf(kind: string, bytes: Buffer): string {
  return `data:image/${kind};base64,${bytes.toString("base64")}`;
}

describe("the level", () => {
  const json = (body: object) => ({ body: JSON.stringify({ topic: "ops", message: "up", ...body }) });

  it.each<[object, string | undefined]>([
    [{}, undefined],
    [{ priority: 3 }, "info"],
    [{ priority: 5 }, "critical"],
    [{ priority: "urgent" }, "critical"],
    [{ priority: 4, tags: ["green_circle", "env: prod"] }, "success"],
    [{ priority: 5, tags: ["ok"] }, "success"],
    [{ priority: 3, tags: ["red_circle"] }, "error"],
    [{ tags: ["white_check_mark", "x"] }, "error"],
    [{ tags: "warning,skull" }, "warning"],
    [{ icon: "https://a.example.com/apprise-success-256x256.png" }, "success"],
    [{ icon: "https://a.example.com/logo.png", tags: [null, {}, 7] }, undefined],
  ])("of %j", (body, level) => expect(Reflect.get(Object(read(json(body))), "level")).toBe(level));

  it("by the route's own words, and one that nobody knows", () => {
    expect(read(json({ priority: 2 }), { levels: { "2": "error" } })).toMatchObject({ level: "error" });
    expect(read(json({ tags: ["backup"] }), { levels: { backup: "critical" } })).toMatchObject({ level: "critical" });
    expect(read(json({ priority: "vital" }))).toMatchObject({ unknown: "vital" });
  });
});

describe("tags beside a message", () => {
  it.each<[unknown, object]>([
    ["tada", { text: "🎉 up" }],
    [["tada", "rocket"], { text: "🎉🚀 up" }],
    [["tada: now", "env: prod"], { text: "up\n🏷️ tada: now, env: prod" }],
    [["red_circle", "ok"], { text: "up" }],
    [["failed"], { text: "up\n🏷️ failed", level: "error" }],
    [Array.from({ length: 50 }, () => "x1"), { text: `up\n🏷️ ${Array.from({ length: 20 }, () => "x1").join(", ")}` }],
  ])("%j", (tags, words) => {
    expect(read({ body: JSON.stringify({ topic: "ops", message: "up", tags }) })).toMatchObject(words);
  });
});

describe("the conversation", () => {
  const body = JSON.stringify({ topic: "dev", message: "up" });

  it.each<[string, Sent, string | undefined]>([
    ["the topic in JSON", { body }, "dev"],
    ["the topic behind the address", { path: "/ops/x/dev", rest: ["dev"], body: "up" }, "dev"],
    ["that which is called", { path: "/ops/x/dev/send", rest: ["dev", "send"], body: "up" }, "dev"],
    ["none by a call", { path: "/ops/x/send", rest: ["send"], body: "up" }, undefined],
    ["none by the route's own name", { path: "/dev", body }, undefined],
    ["none at the root, where it is the route", { path: "/", rest: [], body }, undefined],
    ["none by words", { body: "up" }, undefined],
  ])("%s", (_, sent, chat) => expect(read(sent)).toMatchObject({ chat }));
});

describe("refused", () => {
  it.each<[string, Sent]>([
    ["what is for an app", { headers: { "x-unifiedpush": "1" }, body: "up" }],
    ["what is encrypted for one", { headers: { "content-encoding": "aes128gcm" }, body: "up" }],
    ["a template", { headers: { "x-template": "github" }, body: '{"message":"up"}' }],
    ["another's JSON", { body: '{"a":1}' }],
    ["a form of files alone", { headers: { "content-type": "multipart/form-data; boundary=b" }, body: "--b--" }],
  ])("%s", (_, sent) => expect(read(sent)).toBe("invalid"));

  it.each(['{"message":"up', '[{"message":"up"}', "{}x"])("JSON that is none: %j", (body) =>
    expect(read({ body })).toBe("unreadable"),
  );
});

it.each([
  ["[ops] up", "[ops] up"],
  ["{db1} is up", "{db1} is up"],
  ["message=up", "message=up"],
  ["  up\n", "up"],
])("words stay words: %j", (body, text) => expect(read({ body })).toMatchObject({ text }));

it.each(["*", "[", "![a](", "<", "`"])("8,000 of %j in Markdown are told in good time", (sign) => {
  const start = performance.now();
  read({ headers: { markdown: "yes" }, body: sign.repeat(8_000) });
  expect(performance.now() - start).toBeLessThan(1_000);
});
