import { describe, expect, it } from "vitest";
import { isRefusal } from "../../lib/model/refusal.ts";
import { appriseFormat } from "../../lib/sources/apprise/format.ts";
import { inboundOf } from "../support/inbound.ts";

type Sent = Parameters<typeof inboundOf>[0];

function read(sent: Sent, options = {}) {
  const parsed = appriseFormat.parse(inboundOf(sent), options);
  return isRefusal(parsed) ? parsed.refusal : { ...parsed.fields, chat: parsed.chat, unknown: parsed.unknownLevel };
}

const json = (body: object): Sent => ({ body: JSON.stringify(body) });

describe("its types", () => {
  it.each([
    ["info", "info"],
    ["success", "success"],
    ["warning", "warning"],
    ["failure", "error"],
  ])("%s is %s", (type, level) => expect(read(json({ body: "up", type }))).toMatchObject({ level }));

  it("none, one that nobody knows, and the route's own", () => {
    expect(read(json({ body: "up", type: 7 }))).toMatchObject({ unknown: "7" });
    expect(read(json({ body: "up", type: ["x"] }))).not.toHaveProperty("level");
    expect(read(json({ body: "up", type: "info" }), { levels: { info: "error" } })).toMatchObject({ level: "error" });
  });
});

describe("its formats", () => {
  it.each([
    [undefined, "**a** <b>b</b>"],
    ["text", "**a** <b>b</b>"],
    ["markdown", "a b"],
    ["HTML", "**a** b"],
    ["constructor", "**a** <b>b</b>"],
  ])("%s", (format, text) => expect(read(json({ body: "**a** <b>b</b>", format }))).toMatchObject({ text }));
});

describe("its files", () => {
  it.each<[unknown, object]>([
    ["https://a.example.com/a.png?x=1", { image: "https://a.example.com/a.png?x=1", text: "up" }],
    [["https://a.example.com/a.zip"], { link: "https://a.example.com/a.zip", text: "up\n📎 a.zip" }],
    [[{ filename: "a.txt", base64: "AAAA", mimetype: "text/plain" }], { text: "up\n📎 a.txt" }],
    [{ filename: "a.png", base64: "iVBO", mimetype: "image/png" }, { image: "data:image/png;base64,iVBO" }],
    [["javascript:1", null, 7, {}], { text: "up" }],
  ])("%j", (attachments, words) => expect(read(json({ body: "up", attachments }))).toMatchObject(words));
});

describe("XML", () => {
  const xml = (inner: string): Sent => ({ body: `<?xml version='1.0'?><soapenv:Body>${inner}</soapenv:Body>` });

  it.each<[string, object | string]>([
    ["<Message>a &amp;lt; b</Message>", { text: "a &lt; b" }],
    ["<Subject>t</Subject><Message>&#20320;&#x1F600;</Message>", { title: "t", text: "你😀" }],
    [
      "<Message>&nope; &#9999999; &constructor; &quot;&apos;</Message>",
      { text: "&nope; &#9999999; &constructor; \"'" },
    ],
    ["<Message>never ends", "invalid"],
    ["<Subject></Subject>", "invalid"],
    ["</Message><Message>", "invalid"],
  ])("%s", (inner, words) => {
    const found = read(xml(inner));
    if (typeof words === "string") expect(found).toBe(words);
    else expect(found).toMatchObject(words);
  });

  it.each(["text/xml; charset=utf-8", "application/soap+xml"])("that only its type %s says", (type) => {
    const sent = (body: string): Sent => ({ headers: { "content-type": type }, body });
    expect(read(sent("<Notification><Message>up</Message></Notification>"))).toMatchObject({ text: "up" });
    expect(read(sent("<other>up</other>"))).toBe("invalid");
    expect(read(sent("up"))).toMatchObject({ text: "up" });
  });

  it("with files", () => {
    const file = '<Attachment filename="a &amp; b.txt" mimetype="text/plain">AAAA</Attachment>';
    const found = read(xml(`<Message>up</Message><Attachments format="base64">${file}</Attachments>`));
    expect(found).toMatchObject({ text: "up\n📎 a & b.txt" });
  });

  it("of no UTF-8 is refused", () => {
    expect(read({ body: Buffer.from([0x3c, 0x3f, 0x78, 0x6d, 0x6c, 0xff]) })).toBe("unreadable");
  });
});

it.each<[string, Sent, object]>([
  ["a form in the query", { method: "GET", query: { title: "t", message: "up", type: "failure" } }, { level: "error" }],
  ["plain words", { body: "up" }, { text: "up" }],
  ["a tag", json({ body: "up", tag: "dev" }), { chat: "dev" }],
  ["a tag of a list", json({ body: "up", tags: ["dev", "ops"] }), { chat: "dev" }],
  ["a tag in the query", { ...json({ body: "up" }), query: { tag: "dev" } }, { chat: "dev" }],
  ["a field that is left out", { ...json({ body: "up", title: "t" }), query: { ":title": "" } }, { text: "up" }],
  [
    "rules that find nothing",
    { ...json({ body: "up" }), query: { ":a[0].b": "title", ":..": "body" } },
    { text: "up" },
  ],
])("%s", (_, sent, words) => expect(read(sent)).toMatchObject(words));

it("a picture beside the text of a form, which is no UTF-8, is shown", () => {
  const part = (head: string, body: Buffer) => [Buffer.from(`--b\r\n${head}\r\n\r\n`), body, Buffer.from("\r\n")];
  const body = Buffer.concat([
    ...part('Content-Disposition: form-data; name="body"', Buffer.from("up")),
    ...part('Content-Disposition: form-data; name="file01"; filename="a.jpg"', Buffer.from([255, 216, 255])),
    Buffer.from("--b--"),
  ]);
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  expect(read({ headers, body })).toMatchObject({ text: "up", image: "data:image/jpeg;base64,/9j/" });
});
