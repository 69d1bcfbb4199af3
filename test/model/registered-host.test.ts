import { expect, test } from "vitest";
import { isRegisteredHost } from "../../lib/model/registered-host.ts";

test.each([
  ["a.b", true],
  ["A.b.", true],
  ["x-1.y.a.b", true],
  ["1.a.b", true],
  ["xa.b", false],
  ["b", false],
  ["a.b.evil.com", false],
  ["evil.com..a.b", false],
  ["..a.b", false],
  [".a.b", false],
  ["a.b..", false],
  ["evil.com中.a.b", false],
  ["中.a.b", false],
  ["evil.com_.a.b", false],
  ["evil.com-.a.b", false],
  ["e\u0301.a.b", false],
  [`${"x".repeat(64)}.a.b`, false],
  [`${"x.".repeat(130)}a.b`, false],
  ["", false],
])("%j below a.b: %s", (host, registered) => {
  expect(isRegisteredHost(host, ["a.b"])).toBe(registered);
});

test("a letter that only looks like one of ASCII is none", () => {
  expect(isRegisteredHost("\u212a.cn", ["k.cn"])).toBe(false);
  expect(isRegisteredHost("K.CN", ["k.cn"])).toBe(true);
});
