import { describe, expect, it } from "vitest";
import { readTelegramMarkdown } from "../../../lib/sources/markup/read-telegram-markdown.ts";

const words = (version: 1 | 2, text: string): string => readTelegramMarkdown(version)(text).lines.join("\n");

describe("Markdown", () => {
  it.each([
    ["*bold* _slanted_ `code`", "bold slanted code"],
    ["中文*强调*中文", "中文强调中文"],
    ["snake_case_name 2*3*4 * _", "snake_case_name 2*3*4 * _"],
    ["\\_as it is\\_ \\*too\\* C:\\dir \\.", "_as it is_ *too* C:\\dir \\."],
    ["`*a* \\_`", "*a* \\_"],
    ["```sh\n*a*\n```", "\n*a*\n\n"],
    ["[a *b*](https://a.example.com) [x] (y)", "a b [x] (y)"],
    ["*one half", "*one half"],
  ])("%j", (text, told) => expect(words(1, text)).toBe(told));
});

describe("MarkdownV2", () => {
  it.each([
    ["*bold* _slanted_ __under__ ~struck~ ||dark|| `code`", "bold slanted under struck dark code"],
    ["*bold _slanted ~struck~ __under__ _ *", "bold slanted struck under  "],
    ["w*or*d", "word"],
    ["*over\ntwo lines*", "over\ntwo lines"],
    ["95\\.5% \\- a\\_b \\*c\\* \\\\ \\> \\`", "95.5% - a_b *c* \\ > `"],
    ["`a\\`b\\\\c\\.`", "a`b\\c\\."],
    ["```\na\\`b\n```", "\na`b\n\n"],
    [">quoted\n>too\n**>and folded||", "quoted\ntoo\nand folded||"],
    ["![👍](tg://emoji?id=1) [ann](tg://user?id=1)", "👍 ann"],
    ["one * half _ of ~", "one * half _ of ~"],
    ["```no end", "```no end"],
  ])("%j", (text, told) => expect(words(2, text)).toBe(told));
});

it.each([
  [1, "[a](https://a.example.com/x_y) [b](https://b.example.com)", "https://a.example.com/x_y"],
  [2, "[a](https://a.example.com/x\\)y\\_z)", "https://a.example.com/x)y_z"],
  [2, "[a](javascript:alert(1)) https://b.example.com", undefined],
] as const)("version %i: the link of %j", (version, text, link) => {
  expect(readTelegramMarkdown(version)(text).link).toBe(link);
});

it.each(["*", "_", "~", "|", "`", "\\", "[", "[a](", "\\`", "```", "`\\", "||a", "> "])(
  "8,000 characters of %j are read at once",
  (sign) => {
    const text = sign.repeat(8_000 / sign.length);
    const start = performance.now();
    for (const version of [1, 2] as const) expect(readTelegramMarkdown(version)(text).lines.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(500);
  },
);
