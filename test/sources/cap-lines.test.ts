import * as fc from "fast-check";
import { expect, test } from "vitest";
import { capLines } from "../../lib/sources/cap-lines.ts";

const room = { lines: 4, bytes: 600 };

test.each<[string, readonly string[], readonly string[], { lines: number; characters: number }]>([
  ["none", [], [], { lines: 0, characters: 0 }],
  ["what fits", ["a", "b"], ["a", "b"], { lines: 0, characters: 0 }],
  ["too many lines", ["a", "b", "c", "d", "ef", "g"], ["a", "b", "c", "d"], { lines: 2, characters: 3 }],
  ["a line that is too long", ["x".repeat(700), "y"], [`${"x".repeat(600)}…`], { lines: 1, characters: 101 }],
  [
    "too little left to be worth a cut",
    ["x".repeat(500), "y".repeat(200)],
    ["x".repeat(500)],
    { lines: 1, characters: 200 },
  ],
])("%s", (_, lines, kept, left) => {
  expect(capLines(lines, room)).toEqual({ kept, left });
});

test("keeps to the room, cuts no character in two, and accounts for everything", () => {
  const line = fc.string({ unit: fc.constantFrom("a", "满", "🚨"), maxLength: 400 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const { kept, left } = capLines(lines, room);
      expect(kept.length).toBeLessThanOrEqual(room.lines);
      expect(Buffer.byteLength(kept.join(""))).toBeLessThanOrEqual(room.bytes + Buffer.byteLength("…"));
      expect(kept.every((line) => line.isWellFormed())).toBe(true);
      expect(kept.length + left.lines).toBe(lines.length);
      const shown = kept.join("").replaceAll("…", "").length;
      expect(shown + left.characters).toBe(lines.join("").length);
    }),
  );
});
