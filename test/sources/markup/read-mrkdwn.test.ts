import { describe, expect, it } from "vitest";
import { readMrkdwn } from "../../../lib/sources/markup/read-mrkdwn.ts";

const words = (text: string): string => readMrkdwn(text).lines.join("\n");

describe("marks", () => {
  it.each([
    ["*bold* _slanted_ ~struck~ `code`", "bold slanted struck code"],
    ["**doubled** __too__ ~~and this~~", "doubled too and this"],
    ["*1 of _2_ in `3`*", "1 of 2 in 3"],
    ["中文*强调*中文", "中文强调中文"],
    ["snake_case_name 2*3*4 2 * 3 * 4 ~/home ~ _", "snake_case_name 2*3*4 2 * 3 * 4 ~/home ~ _"],
    ["*over\ntwo lines*", "*over\ntwo lines*"],
    ["`*as it is* &lt;b&gt;`", "*as it is* <b>"],
    ["```\n*a*\n  b\n```", "\n*a*\n  b\n"],
    ["&gt; quoted\n> too\n> 90 % full", "quoted\ntoo\n> 90 % full"],
    [":tada: :no-such-thing: 12:30:45", "🎉 :no-such-thing: 12:30:45"],
  ])("%j", (text, told) => {
    expect(words(text)).toBe(told);
  });
});

describe("angle brackets", () => {
  it.each([
    ["<https://a.example.com|A & B>", "A & B"],
    ["<https://a.example.com/?x=1&amp;y=2>", "https://a.example.com/?x=1&y=2"],
    ["<https://a.example.com|https://bank.example.com>", "https://a.example.com"],
    ["<mailto:ops@example.com|ops> <mailto:ops@example.com> <tel:110>", "ops ops@example.com 110"],
    ["<@U1> <@U2|ann> <#C1|ops> <#C2>", "@U1 @ann #ops #C2"],
    ["<!subteam^S1|@sre> <!subteam^S2> <!date^1^{date}|1 Jan>", "@sre @S2 1 Jan"],
    ["disk of <db1> at <95 % & rising>", "disk of <db1> at <95 % & rising>"],
    ["<javascript:alert(1)|go> <!unknown>", "<javascript:alert(1)|go> <!unknown>"],
    ["&lt;https://a.example.com|a&gt; &amp;lt;", "<https://a.example.com|a> &lt;"],
    ['<b>bold</b> <i class="x">i</i><br/>next', "bold i\nnext"],
    ["`<https://a.example.com|a> <!here>`", "a @here"],
    ["[logs](https://a.example.com/1) [Down] [x](ftp://a)", "logs [Down] [x](ftp://a)"],
  ])("%j", (text, told) => {
    expect(words(text)).toBe(told);
  });
});

it("finds the first link that has words, and not a bare one", () => {
  const text = "<https://bare.example.com> <https://a.example.com|a> <https://b.example.com|b>";
  expect(readMrkdwn(text).link).toBe("https://a.example.com");
});

it.each(["here", "channel", "everyone"])("a call to <!%s> is no word but found", (name) => {
  expect(readMrkdwn(`<!${name}> up`)).toMatchObject({ lines: [" up"], calls: `@${name}` });
});

it("nobody is called in code, nor by words", () => {
  expect(readMrkdwn("`<!here>` @here &lt;!channel&gt;").calls).toBeUndefined();
});

it("a text cannot bring back another's piece by the signs that pieces are held by", () => {
  expect(words("<@U1> \uFDD00\uFDD1")).toBe("@U1 0");
});
