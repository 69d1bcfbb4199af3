import { expect, test } from "vitest";
import { readFieldPath } from "../../lib/model/field-path.ts";

test.each([
  ["$", []],
  ["$.event.title", ["event", "title"]],
  ["$.items[0].msg", ["items", 0, "msg"]],
  ["$[12][3]", [12, 3]],
  ["$['a b']", ["a b"]],
  ['$["a.b"].c', ["a.b", "c"]],
  [String.raw`$['it\'s \\']`, [String.raw`it's ` + "\\"]],
  ["$.标题", ["标题"]],
  ["$.a-b.@c", ["a-b", "@c"]],
])("%s", (path, steps) => {
  expect(readFieldPath(path)).toEqual(steps);
});

test.each([
  "",
  "event.title",
  "$event",
  "$.",
  "$..a",
  "$.a.",
  "$[",
  "$[-1]",
  "$[a]",
  "$['a]",
  "$.a b",
  "$.*",
  "$[*]",
  " $.a",
])("%j is no path", (path) => {
  expect(readFieldPath(path)).toBeUndefined();
});
