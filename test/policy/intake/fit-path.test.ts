import { describe, expect, test } from "vitest";
import type { Dialect } from "../../../lib/model/dialect.ts";
import { fitPath, segmentsOf } from "../../../lib/policy/intake/fit-path.ts";

test.each<[path: string, segments: readonly string[]]>([
  ["/", []],
  ["/ci", ["ci"]],
  ["/ci/", ["ci"]],
  ["/ci//x", ["ci", "x"]],
  ["//ci/x//", ["ci", "x"]],
  ["/ci/%20/x", ["ci", " ", "x"]],
  ["/ci/%E6%B5%8B%E8%AF%95%2F%0A2", ["ci", "测试/\n2"]],
  ["/ci/a+b", ["ci", "a+b"]],
  ["/ci/%E0%A4%A", ["ci", "%E0%A4%A"]],
  ["/ci/50%", ["ci", "50%"]],
])("the segments of %s", (path, segments) => expect(segmentsOf(path)).toEqual(segments));

/** One of each shape that vendors have. */
const paths: Dialect["paths"] = {
  "": ["POST"],
  message: ["POST"],
  send_msg: ["POST", "GET"],
  "api/send": ["POST"],
  ":title/:body": ["GET", "POST"],
  "files/*": ["PUT"],
  "bot:token/sendMessage": ["POST"],
  sendMessage: ["POST"],
};

describe("what a client appended to a route's address", () => {
  test.each<[appended: string, method: string, fitted: ReturnType<typeof fitPath>]>([
    ["", "POST", { rest: [] }],
    ["", "GET", "wrong-method"],
    ["message", "POST", { rest: ["message"] }],
    ["secret", "POST", { rest: [], key: "secret" }],
    ["secret/message", "POST", { rest: ["message"], key: "secret" }],
    ["message/message", "POST", { rest: ["message"], key: "message" }],
    ["send_msg", "GET", { rest: ["send_msg"] }],
    ["send_msg", "PUT", "wrong-method"],
    ["api/send", "POST", { rest: ["api", "send"] }],
    ["secret/api/send", "POST", { rest: ["api", "send"], key: "secret" }],
    ["title/body", "GET", { rest: ["title", "body"] }],
    ["secret/title/body", "GET", { rest: ["title", "body"], key: "secret" }],
    ["files", "PUT", { rest: ["files"] }],
    ["files/a/b", "PUT", { rest: ["files", "a", "b"] }],
    ["secret/files/a", "PUT", { rest: ["files", "a"], key: "secret" }],
    ["a/b/c/d", "POST", "unknown-path"],
    ["bot1:x/sendMessage", "POST", { rest: ["bot1:x", "sendMessage"] }],
    ["secret/bot1:x/sendMessage", "POST", { rest: ["bot1:x", "sendMessage"], key: "secret" }],
    ["secret/sendMessage", "POST", { rest: ["sendMessage"], key: "secret" }],
    ["both/sendMessage", "POST", { rest: ["both", "sendMessage"] }],
    ["Message", "POST", { rest: [], key: "Message" }],
  ])("%s by %s", (appended, method, fitted) => {
    expect(fitPath({ paths }, segmentsOf(`/${appended}`), method)).toEqual(fitted);
  });

  test("a secret that contains a slash is one segment when it is encoded", () => {
    expect(fitPath({ paths }, segmentsOf("/a%2Fb/message"), "POST")).toEqual({ rest: ["message"], key: "a/b" });
  });

  test("where the secret stood elsewhere, no segment is taken for it", () => {
    expect(fitPath({ paths }, ["title", "body"], "GET", true)).toEqual({ rest: ["title", "body"] });
    expect(fitPath({ paths }, ["secret", "message"], "PUT", true)).toBe("wrong-method");
    expect(fitPath({ paths }, ["secret"], "POST", true)).toBe("unknown-path");
  });
});
