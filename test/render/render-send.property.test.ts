import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Wire } from "../../lib/model/scene.ts";
import { render } from "../support/render.ts";
import { renderSend } from "../../lib/render/render-send.ts";
import { breakMentions } from "../../lib/render/sanitize/break-mentions.ts";
import { readUrl } from "../../lib/render/sanitize/links.ts";
import { headline, toBlock } from "../../lib/render/page/block.ts";
import { sizeOf } from "../../lib/render/style/size.ts";
import type { Style } from "../../lib/render/style/style.ts";
import { contentOf } from "../support/content-of.ts";
import { anyNotice, anyNotices, anyStyle } from "../support/arbitrary-notice.ts";
import { hasMention, isClean, withoutBackslashes } from "../support/harmless.ts";
import { valuesOf } from "../support/values-of.ts";
import { runs } from "../support/runs.ts";

const some = { numRuns: runs(100) };

/** Notes are the relay's own words, but may name what others named. */
const anyContent = fc.record(
  {
    notices: anyNotices(4),
    answer: anyNotice,
    note: fc.constantFrom("⚠️ 本月的主动消息用完了，之后的通知先存着，@我 说句话就能取。", "Muted: <@1> [a](b)"),
  },
  { requiredKeys: ["notices"] },
);

test("anything in any look stays within the limit, well-formed, visible, and mentions no one", () => {
  fc.assert(
    fc.property(anyContent, anyStyle, (content, style) => {
      const { message } = renderSend(content, style);
      const size = sizeOf(message);
      expect(size.characters).toBeLessThanOrEqual(style.limit.characters);
      expect(size.bytes).toBeLessThanOrEqual(style.limit.bytes);
      expect(JSON.parse(JSON.stringify(message))).toEqual(message);
      for (const value of valuesOf(message)) {
        expect(isClean(value)).toBe(true);
        expect(hasMention(message.form === "markdown" ? withoutBackslashes(value) : value)).toBe(false);
      }
    }),
    some,
  );
});

const isRoomFor = (text: string): boolean => text.length <= 1200 && Buffer.byteLength(text) <= 3400;

test("title and link stay whole when there is room for them", () => {
  fc.assert(
    fc.property(anyNotice, fc.constantFrom("zh" as const, "en" as const), (notice, language) => {
      const limit = { characters: 1300, bytes: 3500 };
      const style: Style = { form: "text", wire: "v2", language, links: "keep", limit };
      const title = breakMentions(headline(toBlock(notice, style)));
      const link = readUrl(notice.link) ?? "";
      fc.pre(isRoomFor(title + link));
      const content = contentOf(render([notice], style));
      expect(content.split("\n")[0]).toBe(title);
      expect(content.endsWith(link === "" ? "" : `\n${link}`)).toBe(true);
    }),
    some,
  );
});

test("lines told and lines counted are all the lines", () => {
  const limit = { characters: 400, bytes: 900 };
  const style: Style = { form: "text", wire: "v2", language: "zh", links: "keep", limit };
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme-ascii", minLength: 1 }).map((text) => `行${text}`)), (lines) => {
      const notice = { source: "s", event: "e", level: "info", title: "标题", lines, at: "" } as const;
      const [, ...told] = contentOf(render([notice], style)).split("\n");
      const [, count] = /^…还有 (\d+) 行$/.exec(told.at(-1) ?? "") ?? [];
      expect(told.length - (count === undefined ? 0 : 1) + Number(count ?? 0)).toBe(lines.length);
    }),
    some,
  );
});

test("guild text is escaped once: nothing bare, and unescaped it is what v2 scenes are told", () => {
  fc.assert(
    fc.property(anyContent, anyStyle, (content, style) => {
      const limit = { characters: 1e6, bytes: 1e7 };
      const told = (wire: Wire): string =>
        contentOf(renderSend(content, { ...style, form: "text", wire, limit }).message);
      const guild = told("guild");
      expect(guild).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      const unescaped = guild.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
      expect(unescaped).toBe(told("v2"));
    }),
    some,
  );
});

/** Lines of a Markdown message without our own signs, links and all that is escaped: what is left has to be harmless. */
const bareLines = (content: string): readonly string[] =>
  content
    .replace(/ ?\[(?:查看(?:详情)?|View(?: details)?)\]\([^\s()<>`\\]+\)$/gm, "")
    .replace(/^(?: {4})?- /gm, "")
    .replace(/^((?:✅|⚠️|❌|🚨) )?\*\*(.*)\*\*$/gmu, "$2")
    .replace(/^\*\*\*$/gm, "")
    .replace(/<https?:\/\/[^\s<>"`\\]+>/gi, "link")
    .replace(/\\[!-/:-@[-`{-~]/g, "·")
    .split("\n");

test("no sign of foreign origin means anything in Markdown", () => {
  fc.assert(
    fc.property(anyContent, anyStyle, (content, style) => {
      const { message } = renderSend(content, { ...style, form: "markdown" });
      if (message.form === "text") return;
      for (const line of bareLines(contentOf(message))) {
        expect(line).not.toMatch(/[\\`*_[\]~#!><()|-]/);
        expect(line).not.toMatch(/^(?:\s{2,}|\t|\d{1,9}\.|\+)/);
        expect(line).not.toMatch(/&#?\w{1,31};/);
      }
    }),
    some,
  );
});

/** What QQ was seen to take for a URL (`http(s)://`, `www.`, letters on both sides of a dot). */
const detected = /https?:\/\/|www\.[\p{L}\p{N}]|[\p{L}\p{N}_-]\.\p{L}/iu;

test.each(["strip", "defang"] as const)("%s leaves nothing that QQ takes for a URL", (links) => {
  fc.assert(
    fc.property(anyContent, anyStyle, (content, style) => {
      for (const value of valuesOf(renderSend(content, { ...style, links }).message))
        expect(value).not.toMatch(detected);
    }),
    some,
  );
});

const domains = ["example.cn", "github.com"];
const isOwn = (host: string): boolean => domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

/** A text without URLs and bare hosts of one's own domains. */
const withoutCustom = (text: string): string =>
  text
    .replace(/https?:\/\/[^\s<>"`\\\u007f-\uffff]+/gi, (url) => (isOwn(URL.parse(url)?.hostname ?? "") ? "" : url))
    .replace(/[\p{L}\p{N}\p{M}._-]+/gu, (name) => (isOwn(name.toLowerCase().replace(/\.+$/, "")) ? "" : name));

test.each(["redirect", "defang", "strip"] as const)("%s leaves only URLs of registered domains", (links) => {
  let kept = 0;
  const redirect = "https://r.example.cn/go?to={url}";
  fc.assert(
    fc.property(anyContent, anyStyle, (content, { form, ...style }) => {
      const appearance = {
        ...style,
        wire: "v2",
        links,
        domains,
        redirect,
        form: form === "markdown" ? "text" : form,
      } as const;
      for (const value of valuesOf(renderSend(content, appearance).message)) {
        const rest = withoutCustom(value);
        expect(rest).not.toMatch(detected);
        kept += rest === value ? 0 : 1;
      }
    }),
    some,
  );
  expect(kept).toBeGreaterThan(10);
});
