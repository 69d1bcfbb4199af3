import { describe, expect, test } from "vitest";
import { isRefusal } from "../../../lib/model/refusal.ts";
import { readFields } from "../../../lib/sources/bark/fields.ts";
import { inboundOf } from "../../support/inbound.ts";

type Sent = Parameters<typeof inboundOf>[0];

const read = (sent: Sent): Readonly<Record<string, unknown>> => {
  const fields = readFields(inboundOf(sent));
  if (isRefusal(fields)) throw new Error(fields.message);
  return Object.fromEntries(fields);
};

const json = { "content-type": "application/json; charset=utf-8" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const query = { title: "query", body: "query", group: "query" };
const inPath = { path: "/ci/key/path", rest: ["path"] };

describe("of a name that stands in several places", () => {
  test.each<[string, Sent, object]>([
    [
      "path, body, query of a form",
      { headers: form, query, ...inPath, body: "title=body&body=body" },
      {
        title: "body",
        body: "path",
        group: "query",
      },
    ],
    [
      "path, query, body of JSON",
      { headers: json, query, ...inPath, body: '{"title":"body","sound":"body"}' },
      {
        title: "query",
        body: "path",
        group: "query",
        sound: "body",
      },
    ],
    [
      "body, query of JSON that does not say so",
      { query, body: '{"title":"body"}' },
      {
        title: "body",
        body: "query",
        group: "query",
      },
    ],
  ])("%s", (_, sent, fields) => expect(read(sent)).toEqual(fields));
});

test("names count in any case", () =>
  expect(read({ headers: form, query: { LEVEL: "critical" }, body: "Title=t&isArchive=1" })).toEqual({
    level: "critical",
    title: "t",
    isarchive: "1",
  }));

test.each<[path: string, rest: readonly string[], fields: object]>([
  ["/ci/key/only%20words", ["only words"], { body: "only words" }],
  ["/ci/key/a/b/", ["a", "b"], { title: "a", body: "b" }],
  ["/ci.key/a/b%2Fc/d%0Ae", ["a", "b/c", "d\ne"], { title: "a", subtitle: "b/c", body: "d\ne" }],
  ["/ci/key/a+b%2Bc", ["a+b%2Bc"], { body: "a b+c" }],
  ["/ci/key/50%", ["50%"], { body: "50%" }],
  ["/ci/key/%F0%9F%94%A5//x", ["🔥", "x"], { title: "🔥", body: "x" }],
])("in the path: %s", (path, rest, fields) => expect(read({ method: "GET", path, rest })).toEqual(fields));

test("push is a path of its own by POST, a word by GET", () => {
  expect(read({ path: "/ci/key/push", rest: ["push"], body: '{"body":"b"}' })).toEqual({ body: "b" });
  expect(read({ method: "GET", path: "/ci/key/push", rest: ["push"] })).toEqual({ body: "push" });
});

test("a plain text is the message", () => expect(read({ body: "disk full" })).toEqual({ body: "disk full" }));

test("slashes too many in a path are no words", () => {
  const rest = ["title", "body"];
  expect(read({ path: "/ci//key/title//body//", rest })).toMatchObject({ title: "title", body: "body" });
});
