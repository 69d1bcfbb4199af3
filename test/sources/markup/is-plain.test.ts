import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlain } from "../../../lib/sources/markup/is-plain.ts";
import { loadMarkup } from "../../../lib/sources/markup/reading.ts";
import { readMarkup } from "../../../lib/sources/markup/read-markup.ts";
import { runs } from "../../support/runs.ts";

await loadMarkup();

const read = (text: string): readonly unknown[] => readMarkup(text, { image: "[图片]" });

describe("no need to parse", () => {
  it.each([
    "磁盘快满了：/dev/sda1 93 %",
    "[FIRING:1] disk_full on db-1 (severity=warning), since 12:30:45",
    "one\n\n  two  \r\nthree #4 - five",
    "https://a.example/x_y?a=1&b=2#top",
    "C:\\Users\\ops at 3 < 4 > 2!",
    "[ ] open :tada:",
    "",
  ])("%j", (text) => expect(isPlain(text)).toBe(true));
});

describe("must be parsed", () => {
  it.each([
    "**a**",
    "_a_",
    "`a`",
    "~~a~~",
    "[a](https://a.example)",
    "[a]: https://a.example",
    "![](x)",
    "<b>a</b>",
    "<https://a.example>",
    "a &amp; b",
    "a \\[b",
    "a\\\nb",
    "a\n# b",
    "a\n> b",
    "- a",
    "1. a",
    "a\n===",
    "a\n---",
    "|a|\n|-|",
    "    :tada:",
  ])("%j", (text) => expect(isPlain(text)).toBe(false));
});

const pieces =
  "a|Z|0|12|字|（|。| |  |    |\t|\n|\r|\r\n|\n\n|*|**|_|__|`|~|~~|#|>|<|=|===|---|-|+|1.|1)|\\||[|]|(|)|[a]|]: |](|!|!$|&|&amp;|&amp|;|\\|\\a|:|:tada:|:no:|<b|<b>|/|x@y.z|https://a.b/c_d|\0|\u00a0|\u2028|\f|🎉|[x] |[ ] "
    .replace("\\||", "|")
    .split("|");

it("a text that need not be parsed says what it would say when parsed", () => {
  const text = fc.array(fc.constantFrom(...pieces, "|"), { maxLength: 14 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (each) => {
      fc.pre(isPlain(each));
      // Code makes the whole be parsed.
      expect([...read(each), { words: "end" }]).toEqual(read(`${each}\n\n\`end\``));
    }),
    { numRuns: runs(2_000), maxSkipsPerRun: 1_000 },
  );
});
