import { expect, test } from "vitest";
import { escapeContent } from "../../../lib/render/sanitize/escape-content.ts";
import { isTelling, sanitize } from "../../../lib/render/sanitize/sanitize.ts";

test.each([
  ["<@!42> hi", "<＠!42> hi"],
  ["<#7><EMOJI:4><QQbot-at-user id=1>", "<＃7><EMOJI：4><QQbot－at-user id=1>"],
  ["&lt;@42&gt; &#60;qqbot-x", "&lt;＠42&gt; &#60;qqbot－x"],
  ["<\u200d@42>", "<\u200d＠42>"],
  ["<\u200b@42> @\u2060everyone", "<＠42> ＠everyone"],
  ["@Everyone @all @全体成员 @alice", "＠Everyone ＠all ＠全体成员 @alice"],
  ["a\u202eb\u2066c\u0000d\ufeffe", "abcde"],
  ["\u001b[1;31mred\u001b[0m plain[0m", "red plain[0m"],
  [" a\tb\r\nc\u2028d\u00a0\u3000e ", "a b c d e"],
  ["half \ud83d pair \ude00", "half \ufffd pair \ufffd"],
  [`z${"\u0301".repeat(50)}!`, `z${"\u0301".repeat(4)}!`],
  ["👩‍👩‍👧‍👦 ⚠️ 🏴\u{e0067}\u{e0062}\u{e007f}", "👩‍👩‍👧‍👦 ⚠️ 🏴\u{e0067}\u{e0062}\u{e007f}"],
  ["[CQ:at,qq=all] List<String> a < b && c", "[CQ:at,qq=all] List<String> a < b && c"],
])("%j", (text, safe) => {
  expect(sanitize(text, { links: "keep" })).toBe(safe);
  expect(sanitize(safe, { links: "keep" })).toBe(safe);
});

const strip = { links: "strip" } as const;

test("a link taken out brings no mention together", () => {
  expect(sanitize("<https://a.example/ @42> @https://a.example/ everyone", strip)).toBe("< @42> @ everyone");
  expect(sanitize("<（https://a.example）@42>", strip)).toBe("<＠42>");
});

test.each([
  ["通知", true],
  ["?", true],
  ["🙂", true],
  ["", false],
  ["\u200d\ufe0f", false],
  ["\u0301", false],
])("%j is to be seen: %s", (text, seen) => {
  expect(isTelling(text)).toBe(seen);
});

test("content is escaped once, also what looks escaped", () => {
  expect(escapeContent("a < b && c > &lt;d")).toBe("a &lt; b &amp;&amp; c &gt; &amp;lt;d");
});
