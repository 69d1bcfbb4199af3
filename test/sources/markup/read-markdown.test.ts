import { describe, expect, it } from "vitest";
import { readDiscordAngle } from "../../../lib/sources/markup/discord-angle.ts";
import { readMarkdown } from "../../../lib/sources/markup/read-markdown.ts";
import { readSlackAngle } from "../../../lib/sources/markup/slack-angle.ts";

const mattermost = { angle: readSlackAngle, calls: ["channel", "all"] };
const discord = { angle: readDiscordAngle, calls: ["everyone", "here"] };

describe("Mattermost's", () => {
  it.each([
    ["中文**强调（括号）**中文", ["中文强调（括号）中文"]],
    ["**<https://a.example.com|a>** and [b](https://b.example.com)", ["a and b"]],
    ["`<https://a.example.com|a> @all`", ["<https://a.example.com|a> @all"]],
    ["disk of <db1> and <script>", ["disk of <db1> and <script>"]],
    ["<p>one<br>two</p>three <!-- not this -->", ["one", "two", "three"]],
    ["mail@all.example.com @all.example.com @allow", ["mail@all.example.com @all.example.com @allow"]],
  ])("%j", (text, lines) => {
    expect(readMarkdown(text, mattermost)).toMatchObject({ lines });
    expect(readMarkdown(text, mattermost).calls).toBeUndefined();
  });

  it("the first link counts, whichever way it is written", () => {
    const [slack, own] = ["<https://a.example.com|a>", "[b](https://b.example.com)"];
    expect(readMarkdown(`${slack} ${own}`, mattermost).link).toBe("https://a.example.com");
    expect(readMarkdown(`${own} ${slack}`, mattermost).link).toBe("https://b.example.com");
    expect(readMarkdown("[c](javascript:alert(1)) https://bare.example.com", mattermost).link).toBeUndefined();
  });

  it("a picture is found, and is no word", () => {
    const told = readMarkdown("graph: ![cpu](https://img.example.com/cpu.png)", mattermost);
    expect(told).toMatchObject({ lines: ["graph:"], image: "https://img.example.com/cpu.png" });
  });

  it.each(["@all up", "up @channel!", "<!here> up"])("%j calls", (text) => {
    expect(readMarkdown(text, mattermost).calls).toMatch(/^@/);
  });
});

describe("Discord's", () => {
  it.each([
    ["<@1> <@!2> <@&3> <#4>", ["@1 @2 @3 #4"]],
    ["<:ok:55> <a:dance:66> </status server:77>", [":ok: :dance: /status server"]],
    ["<https://quiet.example.com>", ["https://quiet.example.com"]],
    ["at <t:1795249805:F>", ["at <t:1795249805:F>"]],
    ["<@everyone> <:x:> <#ops>", ["<@everyone> <:x:> <#ops>"]],
  ])("%j", (text, lines) => {
    expect(readMarkdown(text, discord)).toEqual({ lines });
  });

  it("calls everybody by the word alone", () => {
    expect(readMarkdown("@everyone look", discord)).toEqual({ lines: ["look"], calls: "@everyone" });
  });
});
