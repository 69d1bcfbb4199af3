import { expect, test } from "vitest";
import { readPath } from "../../../lib/sources/generic/read-path.ts";

test.each([
  [{ a: [{ b: 1 }] }, ["a", 0, "b"], 1],
  [{ a: 1 }, [], { a: 1 }],
  [{ 0: "x" }, [0], undefined],
  [["x"], ["0"], undefined],
  ["text", ["length"], undefined],
  [null, ["a"], undefined],
])("%j at %j", (value, steps, found) => {
  expect(readPath(value, steps)).toEqual(found);
});

test("what an object inherits is not found", () => {
  expect(readPath(Object.create({ title: "inherited" }), ["title"])).toBeUndefined();
  expect(readPath({}, ["constructor"])).toBeUndefined();
  expect(readPath({}, ["__proto__"])).toBeUndefined();
});
