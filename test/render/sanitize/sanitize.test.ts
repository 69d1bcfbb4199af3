import { describe, expect, test } from "vitest";
import { breakInUrl, breakMentions } from "../../../lib/render/sanitize/break-mentions.ts";
import { clean } from "../../../lib/render/sanitize/clean.ts";
import { escapeContent } from "../../../lib/render/sanitize/escape-content.ts";
import { isTelling, sanitize } from "../../../lib/render/sanitize/sanitize.ts";

const keep = { links: "keep" } as const;

/** As foreign text ends up on a page. */
const told = (text: string): string => breakMentions(sanitize(text, keep));

test.each([
  ["<@!42> hi", "<＠!42> hi"],
  ["<#7><EMOJI:4><QQbot-at-user id=1>", "<＃7><EMOJI：4><QQbot－at-user id=1>"],
  ["&lt;@42&gt; &#60;qqbot-x", "&lt;＠42&gt; &#60;qqbot－x"],
  ["<\u200d@42>", "<＠42>"],
  ["<\u200b@42> @\u2060everyone", "<＠42> ＠everyone"],
  ["@Everyone @all @全体成员 @alice", "＠Everyone ＠all ＠全体成员 @alice"],
  ["@all大家好 @all-hands @all.", "＠all大家好 ＠all-hands ＠all."],
  ["@all\u212A @all\u017F", "＠all\u212A ＠all\u017F"],
  ["@allthings @allen @all1 @alloc/quick-lru", "@allthings @allen @all1 @alloc/quick-lru"],
  ["@all_1 @allhttps://a.example", "＠all_1 ＠allhttps://a.example"],
  ["a\u202eb\u2066c\u0000d\ufeffe", "abcde"],
  ["\u001b[1;31mred\u001b[0m plain[0m", "red plain[0m"],
  [" a\tb\r\nc\u2028d\u00a0\u3000e ", "a b c d e"],
  ["half \ud83d pair \ude00", "half \ufffd pair \ufffd"],
  [`z${"\u0301".repeat(50)}!`, `z${"\u0301".repeat(4)}!`],
  ["👩‍👩‍👧‍👦 ⚠️ 🏴\u{e0067}\u{e0062}\u{e007f}", "👩‍👩‍👧‍👦 ⚠️ 🏴\u{e0067}\u{e0062}\u{e007f}"],
  ["[CQ:at,qq=all] List<String> a < b && c", "[CQ:at,qq=all] List<String> a < b && c"],
])("%j", (text, safe) => {
  expect(told(text)).toBe(safe);
  expect(told(safe)).toBe(safe);
});

describe("inside a word that mentions", () => {
  const unseen = ["\u200d", "\u200c", "\ufe0f", "\ufe00", "\u{e0061}", "\u{e007f}", "\u00ad", "\u034f", "\u{e0100}"];
  test.each(["@everyone", "@all", "@全体成员", "<@4>", "<#4>", "<emoji:4>", "<qqbot-at-everyone />"])(
    "%s is broken whatever stands unseen between its letters",
    (word) => {
      for (const sign of unseen) {
        const parted = Array.from(word).join(sign);
        expect(told(parted)).not.toContain("@");
        for (const text of [told(parted), breakMentions(parted)])
          expect(text.replace(/\p{DI}/gu, "")).toMatch(/＠|＃|：|－/);
      }
    },
  );
});

describe("what is not seen", () => {
  test.each([
    ["a message of tag characters", `done${"\u{e0041}".repeat(400)}`, "done"],
    ["of variation selectors", `字${"\ufe0f\u{e0100}".repeat(300)}。`, "字\ufe0f。"],
    ["of joiners", `a${"\u200d\u200c".repeat(300)}b`, "ab"],
    ["joiners between marks", `क${"\u0301\u200d".repeat(99)}`, `क${"\u0301\u200d".repeat(4)}`],
    ["tags behind another flag", "🏁\u{e0067}\u{e0062}\u{e007f}", "🏁"],
    ["a region's tags without an end", "🏴\u{e0067}\u{e0062}", "🏴"],
    ["anchors of annotations", "a\ufff9b\ufffac\ufffb", "abc"],
    ["nothing but joiners", "\u200d\u200c\ufe0f", ""],
  ])("%s", (_, text, shown) => expect(clean(text)).toBe(shown));

  test.each([
    "👩🏽‍🚀 ❤️‍🔥 👁️‍🗨️ 🏳️‍🌈 1️⃣ #️⃣ ©️ 🇨🇳",
    "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} vs 🏴",
    "می‌خواهم نمی‌شود",
    "क्‍ष ශ්‍රී ক্‌ষ",
    "葛\u{e0100}城 ᠠᠨ\u180bᠠ",
    "e\u0301 한국어 ไทย",
  ])("%s stays whole", (text) => expect(clean(text)).toBe(text));
});

describe("inside a URL", () => {
  test.each([
    ["https://www.npmjs.com/package/@alloc/quick-lru", "https://www.npmjs.com/package/@alloc/quick-lru"],
    ["see https://medium.com/@allen/post.", "see https://medium.com/@allen/post."],
    ["https://a.example/@all/x @all", "https://a.example/%40all/x ＠all"],
    ["https://a.example/?x=&lt;@1&y=;qqbot-z", "https://a.example/?x=&lt%3B%401&y=%3Bqqbot-z"],
    ["https://a.example/;#part", "https://a.example/%3B#part"],
    ["https://a.example/@全体成员", "https://a.example/＠全体成员"],
    ["(https://a.example/@everyone) @everyone", "(https://a.example/%40everyone) ＠everyone"],
  ])("%s", (text, safe) => {
    expect(told(text)).toBe(safe);
    expect(told(safe)).toBe(safe);
  });

  test("a whole address stays the same address", () => {
    expect(breakInUrl("https://a.example/;@all")).toBe("https://a.example/%3B%40all");
    const url = "https://a.example/@everyone;@x?q=@all,'#;#y";
    const broken = breakInUrl(url);
    expect(broken).toBe("https://a.example/%40everyone%3B%40x?q=%40all,'#%3B#y");
    expect(decodeURIComponent(broken)).toBe(url);
  });

  test("that is only shown as text, it can still be written back", () => {
    expect(sanitize("https://a.example/@all/main.go", { links: "defang" })).toBe("a。example/%40all/main。go");
  });
});

const strip = { links: "strip" } as const;

test("a link taken out brings no mention together", () => {
  const stripped = (text: string): string => breakMentions(sanitize(text, strip));
  expect(stripped("<https://a.example/ @42> @https://a.example/ everyone")).toBe("< @42> @ everyone");
  expect(stripped("<（https://a.example）@42>")).toBe("<＠42>");
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
