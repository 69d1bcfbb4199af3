import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Inbound } from "../../lib/model/inbound.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { MapContext, Parsed, ReadOptions } from "../../lib/model/source.ts";
import { genericFormat } from "../../lib/sources/generic/format.ts";
import { inboundOf } from "../support/inbound.ts";
import { badBodies } from "./bad-bodies.ts";

const context: MapContext = { language: "en", at: new Date("2026-11-21T20:00:00Z"), timeZone: "UTC" };
const json = { "content-type": "application/json" };
const form = { "content-type": "application/x-www-form-urlencoded" };

const parse = (inbound: Inbound, options: ReadOptions = {}): Parsed => {
  const parsed = genericFormat.parse(inbound, options);
  if (isRefusal(parsed)) throw new Error(parsed.message);
  return parsed;
};
const post = (body: unknown): Inbound => inboundOf({ headers: json, body: JSON.stringify(body) });
const tell = (inbound: Inbound, options: ReadOptions = {}): Notice => {
  const notice = genericFormat.map(parse(inbound, options), context);
  if (!notice) throw new Error("no notice");
  return notice;
};

describe("what is refused", () => {
  test.each(badBodies)("%s, as JSON", (_, body) => {
    expect(genericFormat.parse(inboundOf({ headers: json, body }), {})).toMatchObject({
      refusal: expect.stringMatching(/^(unreadable|invalid)$/),
    });
    expect({}).not.toHaveProperty("polluted");
  });

  test.each<[string, Inbound, object]>([
    [
      "JSON without a title or text",
      post({ foo: 1 }),
      {
        refusal: "invalid",
        message:
          "body (read as JSON): nothing to tell: no title, subject, name, summary for the title; no text, message, msg, content, body, desp, description, markdown, summary for the text · body（按 JSON 读取）没有可通知的内容：没有 title、subject、name、summary 可作 title；没有 text、message、msg、content、body、desp、description、markdown、summary 可作 text",
      },
    ],
    ["words that are blank", post({ title: " ", text: "\n" }), { refusal: "invalid" }],
    [
      "words that are objects",
      post({ foo: 1, text: [{}] }),
      {
        refusal: "invalid",
        message: "body.text: expected text, a number, or a list of these · body.text：要写成文字、数字，或它们的列表",
      },
    ],
    [
      "a form without a title or text",
      inboundOf({ headers: form, body: "foo=1" }),
      { refusal: "invalid", message: expect.stringContaining("read as form") },
    ],
    [
      "empty text",
      inboundOf({ body: " \n" }),
      {
        refusal: "invalid",
        message: "body: nothing to tell, it is empty: send some text · body：没有内容，是空的：请发些文字",
      },
    ],
    ["truncated JSON of no declared type", inboundOf({ body: '{"title":"x"' }), { refusal: "unreadable" }],
    [
      "text in another encoding",
      inboundOf({ headers: { "content-type": "text/plain" }, body: Buffer.from([0xc4, 0xe3]) }),
      { refusal: "unreadable" },
    ],
    [
      "a multipart body",
      inboundOf({ headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x" }),
      { refusal: "unreadable", message: expect.stringContaining("send JSON, a form or plain text") },
    ],
  ])("%s", (_, inbound, refusal) => {
    expect(genericFormat.parse(inbound, {})).toMatchObject(refusal);
  });

  test("paths that find nothing, when nothing else is left to tell", () => {
    const fields = { title: "$.event.title", text: "$.items[0].msg" };
    expect(genericFormat.parse(post({ title: "not asked for" }), { fields })).toEqual({
      refusal: "invalid",
      message:
        "body (read as JSON): nothing to tell: nothing at $.event.title for the title; nothing at $.items[0].msg for the text · body（按 JSON 读取）没有可通知的内容：$.event.title 处没有内容可作 title；$.items[0].msg 处没有内容可作 text",
    });
    expect(tell(post({ items: [{ msg: "x" }] }), { fields })).toMatchObject({ title: "x", lines: [] });
  });

  test.each<[string, Inbound]>([
    ["text", inboundOf({ body: "disk full" })],
    ["XML", inboundOf({ headers: { "content-type": "application/xml" }, body: "<alarm><name>disk</name></alarm>" })],
  ])("%s on a route whose paths find nothing in it", (_, inbound) => {
    expect(genericFormat.parse(inbound, { fields: { title: "$.event.title", text: "$.event.msg" } })).toEqual({
      refusal: "invalid",
      message: expect.stringContaining(
        "body (read as plain text): nothing to tell: nothing at $.event.title for the title; nothing at $.event.msg for the text; the route's fields are paths into JSON or a form: send one of these",
      ),
    });
  });

  test("a name alone, which says nothing of what happened", () => {
    expect(genericFormat.parse(post({ name: "shop" }), {})).toEqual({
      refusal: "invalid",
      message: expect.stringContaining(
        "body.name: a name alone says nothing of what happened: send a title or a text too",
      ),
    });
    expect(tell(post({ name: "shop", status: "down" }))).toMatchObject({ title: "shop", level: "error" });
    expect(tell(post({ name: "shop" }), { fields: { title: "$.name" } })).toMatchObject({ title: "shop" });
  });

  test("nothing of these on a route that words its notices itself, and then tells that something came", () => {
    const parsed = parse(post({ foo: 1 }), { map: () => undefined });
    expect(parsed.body).toEqual({ foo: 1 });
    expect(genericFormat.map(parsed, context)).toMatchObject({
      title: expect.stringMatching(/收到一条消息|New message/),
      lines: [],
    });
  });
});

describe("how a body is read", () => {
  test.each<[string | undefined, string, unknown]>([
    ["application/json; charset=utf-8", '{"text":"a"}', { text: "a" }],
    ["application/vnd.acme+json", '{"text":"a"}', { text: "a" }],
    [undefined, ' {"text":"a"}', { text: "a" }],
    ["text/plain", '{"text":"a"}', { text: "a" }],
    ["application/x-www-form-urlencoded", '{"text":"a"}', { text: "a" }],
    ["application/x-www-form-urlencoded", "text=a+b%21&text=c", { text: "c" }],
    ["application/x-www-form-urlencoded", "backup done", { text: "backup done" }],
    ["text/plain", "a = b", { text: "a = b" }],
    ["application/octet-stream", "a", { text: "a" }],
    [undefined, "[FIRING] a", { text: "[FIRING] a" }],
  ])("%s: %s", (type, body, expected) => {
    const headers = type === undefined ? {} : { "content-type": type };
    expect({ ...(parse(inboundOf({ headers, body })).body as object) }).toEqual(expected);
  });

  test.each([
    [{ "idempotency-key": "a", "x-request-id": "b" }, "a"],
    [{ "x-delivery-id": "d", "x-request-id": "b" }, "d"],
    [{ "x-request-id": "b" }, "b"],
  ])("%j: the delivery is %s", (headers, id) => {
    const parsed = parse(inboundOf({ headers, body: "x" }));
    expect(parsed.id).toBe(id);
  });

  test("without an id the raw text is what repeats share", () => {
    expect(parse(inboundOf({ headers: { "idempotency-key": " " }, body: "disk full\n" }))).toMatchObject({
      event: "notice",
      content: "disk full\n",
      bot: false,
    });
  });
});

describe("fields", () => {
  test.each<[object, Partial<Notice>]>([
    [
      { name: "n", summary: "s" },
      { title: "n", lines: ["s"] },
    ],
    [{ summary: "s" }, { title: "s", lines: [] }],
    [
      { title: "t", body: "b", desp: "d" },
      { title: "t", lines: ["b"] },
    ],
    [
      { title: "t", message: { nested: 1 }, msg: "m" },
      { title: "t", lines: ["m"] },
    ],
    [
      { title: "t", text: 42 },
      { title: "t", lines: ["42"] },
    ],
    [
      { title: "a\nb", text: "c\r\n\r\n d \u2028e" },
      { title: "a b", lines: ["c", "d", "e"] },
    ],
    [
      { title: "\u0007", text: "x" },
      { title: "x", lines: [] },
    ],
    [{ title: "t", href: "http://a.example/?b=1#c" }, { link: "http://a.example/?b=1#c" }],
    [
      { title: "t", key: 7 },
      { key: "generic/7", replaces: true },
    ],
    [{ title: "t", image: "data:image/png;base64,AAAA" }, { image: "data:image/png;base64,AAAA" }],
  ])("%j", (body, notice) => {
    expect(tell(post(body))).toMatchObject(notice);
  });

  test.each([
    "javascript:alert(1)",
    "ftp://a.example",
    "a.example",
    "https://a b",
    "https://",
    `https://a.example/${"x".repeat(2_048)}`,
  ])("%s is no link", (link) => {
    expect(tell(post({ title: "t", link }))).not.toHaveProperty("link");
  });

  test.each(["data:text/html,x", "file:///a.png", "a.png"])("%s is no image, and that is said", (image) => {
    const notice = tell(post({ title: "t", image }));
    expect(notice).not.toHaveProperty("image");
    expect(notice.lines).toEqual(["(image left out: it is neither a URL nor a picture)"]);
  });

  test.each([
    ["iVBORw0KGgoAAAA=", "data:image/png;base64,iVBORw0KGgoAAAA="],
    ["/9j/4AAQ\nSkZJ\r\n", "data:image/jpeg;base64,/9j/4AAQSkZJ"],
    ["R0lGODlhAQAB", "data:image/gif;base64,R0lGODlhAQAB"],
    ["UklGRiQAAABXRUJQ", "data:image/webp;base64,UklGRiQAAABXRUJQ"],
  ])("a picture in bare base64 is taken: %j", (image, taken) => {
    expect(tell(post({ title: "t", image }))).toMatchObject({ image: taken, lines: [] });
  });

  test("a picture in bare base64 that is too large to store is left out, and that is said", () => {
    const notice = tell(post({ title: "t", image: `iVBORw0KGgo${"A".repeat(100_000)}` }));
    expect(notice).not.toHaveProperty("image");
    expect(notice.lines).toEqual(["(image over 100 kB left out)"]);
  });

  test("an image that is too large to store is left out, and that is said", () => {
    const notice = tell(post({ title: "t", image: `data:image/png;base64,${"A".repeat(100_000)}` }));
    expect(notice).not.toHaveProperty("image");
    expect(notice.lines).toEqual(["(image over 100 kB left out)"]);
  });

  test("a long key is told by its hash", () => {
    expect(tell(post({ title: "t", key: "k".repeat(201) })).key).toMatch(/^generic\/[0-9a-f]{64}$/);
  });

  test("members that every object inherits are none", () => {
    expect(
      genericFormat.parse(post({ foo: 1 }), { fields: { title: "$.constructor.name", text: "$.toString" } }),
    ).toMatchObject({
      refusal: "invalid",
    });
  });
});

describe("a body of a tool that has no fields of ours", () => {
  const build = { number: 41, phase: "FINALIZED", status: "UNSTABLE", full_url: "https://ci.example/job/web/41/" };

  test.each<[string, object, Partial<Notice>]>([
    [
      "Jenkins, at a build's end",
      { name: "web", display_name: "Web shop", url: "job/web/", build },
      {
        title: "Web shop #41: UNSTABLE",
        level: "warning",
        link: build.full_url,
        key: `generic/${build.full_url}`,
        replaces: true,
      },
    ],
    [
      "Jenkins, at a build's beginning",
      { name: "web", url: "job/web/", build: { ...build, phase: "STARTED", status: undefined } },
      { title: "web #41: STARTED", level: "info" },
    ],
    [
      "Uptime Kuma, up again",
      { heartbeat: { status: 1 }, monitor: { url: "https://shop.example" }, msg: "[shop] Up" },
      { title: "[shop] Up", level: "success", link: "https://shop.example" },
    ],
    ["Uptime Kuma's test", { heartbeat: null, monitor: null, msg: "Testing" }, { title: "Testing", level: "info" }],
  ])("%s", (_, body, notice) => {
    expect(tell(post(body))).toMatchObject(notice);
  });
});

describe("level", () => {
  test.each<[object, Notice["level"]]>([
    [{}, "info"],
    [{ level: "WARN" }, "warning"],
    [{ severity: "major" }, "error"],
    [{ severity: "Disaster" }, "critical"],
    [{ status: "firing" }, "error"],
    [{ status: "down" }, "error"],
    [{ status: "ok" }, "success"],
    [{ state: "alerting" }, "error"],
    [{ type: "failure" }, "error"],
    [{ priority: 5 }, "critical"],
    [{ priority: "4" }, "error"],
    [{ priority: 3 }, "info"],
    [{ priority: 1 }, "info"],
    [{ priority: "high" }, "error"],
    [{ priority: "P1" }, "critical"],
    [{ status: 5, severity: 4 }, "info"],
    [{ level: "constructor" }, "info"],
    [{ level: "unheard of", severity: "minor" }, "warning"],
    [{ severity: "critical", status: "resolved" }, "success"],
    [{ level: "critical", status: "ok" }, "critical"],
    [{ level: "严重" }, "critical"],
    [{ status: "异常" }, "error"],
    [{ severity: "高危", status: "已恢复" }, "success"],
    [{ message: "m", priority: 5 }, "info"],
    [{ message: "m", priority: 8 }, "error"],
    [{ message: "m", priority: 10, extras: {} }, "critical"],
    [{ message: "m", priority: 4, extras: {} }, "info"],
    [{ message: "m", priority: 5, topic: "t" }, "critical"],
    [{ message: "m", priority: 5, tags: ["x"] }, "critical"],
    [{ text: "m", priority: 0 }, "info"],
    [{ text: "m", priority: 10 }, "critical"],
  ])("%j is %s", (body, level) => {
    expect(tell(post({ title: "t", ...body })).level).toBe(level);
  });

  test("a path is read like the field it stands for", () => {
    const fields = { level: "$.a.b" };
    expect(tell(post({ title: "t", a: { b: "fatal" }, level: "info" }), { fields }).level).toBe("critical");
    expect(tell(post({ title: "t", a: { b: 5 } }), { fields }).level).toBe("critical");
    expect(tell(post({ title: "t", level: "error" }), { fields }).level).toBe("info");
  });

  test.each<[object, ReadOptions, Notice["level"]]>([
    [{ level: 1 }, { levels: { "1": "critical" } }, "critical"],
    [{ severity: "1" }, { levels: { "1": "critical" } }, "critical"],
    [{ status: "erl" }, { levels: { ERL: "success" } }, "success"],
    [{ priority: 5 }, { levels: { "5": "info" } }, "info"],
    [{ a: { b: 0 } }, { fields: { level: "$.a.b" }, levels: { "0": "error" } }, "error"],
    [{ heartbeat: { status: 2 }, msg: "m" }, { levels: { "2": "critical" } }, "critical"],
  ])("%j by the route's %j is %s", (body, options, level) => {
    expect(tell(post({ title: "t", ...body }), options).level).toBe(level);
  });

  test.each<[object, ReadOptions, string | undefined]>([
    [{ level: "zwei" }, {}, "zwei"],
    [{ priority: 11 }, {}, "11"],
    [{ severity: 1 }, {}, "1"],
    [{ severity: 1 }, { levels: { "1": "critical" } }, undefined],
    [{ level: "error" }, {}, undefined],
    [{ level: "zwei", severity: "error" }, {}, undefined],
    [{ status: "whatever", type: "http" }, {}, undefined],
    [{ a: "x" }, { fields: { level: "$.a" } }, "x"],
    [{}, {}, undefined],
  ])("of %j with %j, the word %s is not understood", (body, options, unknown) => {
    expect(parse(post({ title: "t", ...body }), options).unknownLevel).toBe(unknown);
  });

  test("success ends what a key began, and nothing without a key", () => {
    expect(tell(post({ title: "t", key: "k", status: "up" }))).toMatchObject({ resolved: true });
    expect(tell(post({ title: "t", status: "up" }))).not.toHaveProperty("resolved");
  });
});

test.each([
  ["$['a b']", "1"],
  ['$["a b"]', "1"],
  ["$.c[1]", "3"],
  ["$.c", "2, 3"],
  ["$['it\\'s']", "4"],
  ["$.c[2]", undefined],
  ["$.c.length", undefined],
  ["$.a", undefined],
  ["$['a b'].x", undefined],
])("the path %s finds %s", (title, found) => {
  const read = genericFormat.parse(post({ "a b": 1, c: [2, 3], "it's": 4 }), { fields: { title } });
  expect(isRefusal(read) ? undefined : read.fields?.title?.replaceAll("\n", ", ")).toBe(found);
});

test("whatever is sent, a notice is small, one title and clean lines", () => {
  const text = fc.string({ unit: "binary", maxLength: 300 });
  const long = fc.tuple(text, fc.nat(200)).map(([part, times]) => part.repeat(times));
  fc.assert(
    fc.property(long, long, text, (title, text, key) => {
      const read = genericFormat.parse(post({ title, text, key }), {});
      if (isRefusal(read)) return;
      const notice = genericFormat.map(read, context);
      expect(Buffer.byteLength(JSON.stringify(notice))).toBeLessThan(20_000);
      for (const line of [notice?.title, ...(notice?.lines ?? [])]) expect(line).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u);
    }),
  );
});
