import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { cut } from "../../lib/sources/cut.ts";
import { firstFault } from "../../lib/sources/first-fault.ts";
import { excerpt } from "../../lib/sources/github/excerpt.ts";
import { oneLine } from "../../lib/sources/one-line.ts";
import { hostileText } from "../support/hostile-text.ts";

describe("oneLine", () => {
  test.each([
    ["  two\n lines\t here ", "two lines here"],
    ["a\u0000b\u001b[31mc\u0085d", "a b [31mc d"],
    ["a\u2028b\u2029c", "a b c"],
    ["user\u202egpj.exe\u2066x", "usergpj.exex"],
    ["half \ud83d", "half \ufffd"],
    ["", ""],
  ])("%j", (text, line) => expect(oneLine(text)).toBe(line));

  test("is short and clean whatever comes", () => {
    fc.assert(
      fc.property(hostileText(30), (text) => {
        const line = oneLine(text, 50);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(line.isWellFormed()).toBe(true);
        expect([...new Intl.Segmenter("und").segment(line)].length).toBeLessThanOrEqual(51);
      }),
      { numRuns: 500 },
    );
  });

  test("takes a text of megabytes in its stride", () => {
    const started = performance.now();
    expect(oneLine("\n".repeat(5_000_000))).toBe("");
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("cut", () => {
  test.each([
    ["abc", 3, "abc"],
    ["abcd", 3, "abc…"],
    ["ab cd", 3, "ab…"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"],
    [`ab${"\u0301".repeat(500)}c`, 3, "a…"],
  ])("%s to %i", (text, max, short) => expect(cut(text, max)).toBe(short));
});

describe("excerpt", () => {
  test.each([
    ["nothing", undefined, []],
    ["hidden comments, also unclosed", "<!-- keep -->Hello\n<!-- never closed\nat all", ["Hello"]],
    ["a quote before the reply", "> old words\n> more\n\nnew words", ["new words"]],
    ["a quote alone", "> old words", ["> old words"]],
    ["code fences and headings", "## Why\n```ts\nlet a = 1;\n```", ["Why", "let a = 1;"]],
    [
      "pictures",
      '![s](https://a.example/1.png) and <img width="5" src="https://a.example/2.png">',
      ["[图片] and [图片]"],
    ],
    ["three lines of more", "1\n2\n3\n4", ["1", "2", "3…"]],
    ["a generic type is no markup", "List<String> x", ["List<String> x"]],
  ])("%s", (_, body, lines) => expect(excerpt(body, "zh")).toEqual(lines));

  test("is cut to 200 characters", () => {
    const lines = excerpt(`${"字".repeat(150)}\n${"字".repeat(150)}\nmore`, "zh");
    expect(lines).toEqual(["字".repeat(150), `${"字".repeat(50)}…`]);
  });

  test("takes markup that never ends in its stride", () => {
    const started = performance.now();
    for (const unit of ["<!--", "![", "![](", "<img ", "> "]) excerpt(unit.repeat(200_000), "en");
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("firstFault", () => {
  const Body = z.object({
    items: z.array(z.object({ name: z.string(), size: z.number().max(5).optional() })),
    either: z.union([z.string(), z.object({ deep: z.object({ id: z.number() }) })]).optional(),
    map: z.record(z.string(), z.string()).optional(),
  });

  test.each([
    [{}, "body.items: expected array, received undefined"],
    [{ items: [{ name: "a" }, { name: null }] }, "body.items[1].name: expected string, received null"],
    [{ items: [{ name: "a", size: 9 }] }, "body.items[0].size: Too big: expected number to be <=5"],
    [{ items: [], either: { deep: { id: "s3cret" } } }, "body.either.deep.id: expected number, received string"],
    [{ items: [], map: { "a b\n": 1 } }, 'body.map["a b\\n"]: expected string, received number'],
  ])("%j", (body, fault) => {
    const { error } = Body.safeParse(body);
    expect(error && firstFault(error)).toBe(fault);
  });
});
