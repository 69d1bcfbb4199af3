import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Item, Value } from "../../../lib/store/item.ts";
import { decode, encode } from "../../../lib/store/sqlite/encode.ts";

const value = fc.json({ maxDepth: 3, stringUnit: "binary" }).map((text) => JSON.parse(text) as Value);
const set = fc.array(fc.string({ unit: "binary" })).map((members) => new Set(members));

describe("an item as text", () => {
  it("is the item again", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(value, set), { noNullPrototype: true }), (item) => {
        expect(decode(encode(item))).toEqual(item);
      }),
    );
  });

  it.for<readonly [string, Item, Item]>([
    ["a set is one again", { told: new Set(["1", "二"]) }, { told: new Set(["1", "二"]) }],
    ["what is undefined is not there", { a: undefined, b: { c: undefined } }, { b: {} }],
    ["a text that looks like a set stays a text", { a: '{"$set":["1"]}' }, { a: '{"$set":["1"]}' }],
    ["a set beside such a text", { a: '"$set":', b: new Set(["x"]) }, { a: '"$set":', b: new Set(["x"]) }],
    ["an end of a text's pair alone is kept", { a: "\ud83d" }, { a: "\ud83d" }],
    [
      "no member of the prototype",
      JSON.parse('{"__proto__":{"a":1}}') as Item,
      JSON.parse('{"__proto__":{"a":1}}') as Item,
    ],
  ])("%s", ([, item, back]) => {
    expect(decode(encode(item))).toEqual(back);
  });
});
