import { assert, boolean, property, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { createEvent, type HttpRequest } from "../../../local/lambda/function-url-event.ts";

const now = new Date("2026-03-12T19:03:58.390Z");

const plain: HttpRequest = {
  method: "POST",
  url: "/ci",
  headers: { host: ["127.0.0.1:8787"], "user-agent": ["GitHub-Hookshot/044aadd"] },
  body: Buffer.alloc(0),
  sourceIp: "127.0.0.1",
  urlId: "group",
  requestId: "6c1d7a52-2f0e-4c07-9d57-0d8a1b3f5e90",
};

const typed = (type: string, body: string | Buffer): HttpRequest => ({
  ...plain,
  headers: { ...plain.headers, "content-type": [type] },
  body: Buffer.from(body),
});

const cases: Readonly<Record<string, HttpRequest>> = {
  json: {
    ...typed("application/json", '{"title":"备份完成 ✅"}'),
    headers: {
      ...plain.headers,
      "content-type": ["application/json; charset=utf-8"],
      "x-github-event": ["push"],
      "x-hub-signature-256": ["sha256=00ff"],
    },
  },
  form: typed("application/x-www-form-urlencoded", "payload=%7B%22ref%22%3A%22refs%2Fheads%2Fmain%22%7D"),
  "no-content-type": { ...plain, body: Buffer.from('{"title":"plain curl -d"}') },
  "json-suffix": typed("application/cloudevents+json", "{}"),
  "compressed-json": typed("application/json", Buffer.from("1f8b080000000000000013", "hex")),
  "empty-get": { ...plain, method: "GET", url: "/" },
  query: { ...plain, url: "/me?key=a%20b%2Bc&tag=x&tag=y&flag&%E4%B8%AD=%E6%96%87" },
  "repeated-headers-and-cookies": {
    ...plain,
    headers: {
      ...plain.headers,
      accept: ["text/html", "application/json"],
      "x-forwarded-for": ["203.0.113.7"],
      cookie: ["a=1; b=2", "c=3"],
    },
  },
};

describe("the event of a function URL", () => {
  it.each(Object.entries(cases))("%s", async (name, request) => {
    const event = createEvent(request, {}, now);
    await expect(`${JSON.stringify(event, undefined, 2)}\n`).toMatchFileSnapshot(
      `../../golden/function-url/${name}.json`,
    );
  });

  it.each(["text/plain", "TEXT/HTML; charset=utf-8", "application/xml", "application/javascript"])(
    "%s goes as text",
    (type) => expect(createEvent(typed(type, "内容"), {}, now)).toMatchObject({ body: "内容", isBase64Encoded: false }),
  );

  it.each(["application/octet-stream", "multipart/form-data; boundary=x", "application/jsonp", ""])(
    "%s goes as base64",
    (type) =>
      expect(createEvent(typed(type, "内容"), {}, now)).toMatchObject({ body: "5YaF5a65", isBase64Encoded: true }),
  );

  it("goes as base64 whatever its type when that is forced, but stays absent when empty", () => {
    const event = createEvent(typed("text/plain", "内容"), { base64: true }, now);
    expect(event).toMatchObject({ body: "5YaF5a65", isBase64Encoded: true });
    expect(createEvent(plain, { base64: true }, now)).not.toHaveProperty("body");
  });

  it("keeps every byte in either encoding", () => {
    assert(
      property(uint8Array({ minLength: 1 }), boolean(), (bytes, base64) => {
        const event = createEvent(typed("application/json", Buffer.from(bytes)), { base64 }, now);
        const read = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
        expect(read.equals(bytes)).toBe(true);
      }),
    );
  });
});
