import { expect, test } from "vitest";
import { levelOf } from "../../../lib/sources/bark/level.ts";

test.each<[word: string, call: string | undefined, found: ReturnType<typeof levelOf>]>([
  ["critical", undefined, { level: "critical" }],
  ["timeSensitive", undefined, { level: "warning" }],
  ["TIMESENSITIVE", undefined, { level: "warning" }],
  ["active", undefined, { level: "info" }],
  ["passive", undefined, { level: "info" }],
  ["warning", undefined, { level: "warning" }],
  ["", undefined, {}],
  ["loud", undefined, { unknownLevel: "loud" }],
  ["__proto__", undefined, { unknownLevel: "__proto__" }],
  ["active", "1", { level: "warning" }],
  ["timeSensitive", "1", { level: "error" }],
  ["", "1", { level: "warning" }],
  ["active", "0", { level: "info" }],
])("%j with call %j", (word, call, found) => expect(levelOf(word, call)).toEqual(found));

test("a route's own scale comes first", () =>
  expect(levelOf("timeSensitive", undefined, { timeSensitive: "error" })).toEqual({ level: "error" }));
