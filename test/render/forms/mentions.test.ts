import { describe, expect, test } from "vitest";
import { renderSend } from "../../../lib/render/render-send.ts";
import type { Style } from "../../../lib/render/style/style.ts";
import { notice } from "../../support/build.ts";
import { contentOf } from "../../support/content-of.ts";
import { styleOf } from "../../support/styles.ts";

const at = (user: string): string => `<qqbot-at-user id="${user}" />`;

const told = (style: Partial<Style>): string =>
  contentOf(
    renderSend(
      { notices: [notice({ title: "磁盘 < 4%", lines: ["db-1"] })], note: "完" },
      styleOf(style.form ?? "text", { mentions: ["1", "A_b-2"], ...style }),
    ).message,
  );

describe("mentions", () => {
  test("close a text, and are no part of what a guild has escaped", () => {
    expect(told({})).toBe(`磁盘 < 4%\ndb-1\n──────\n完\n${at("1")} ${at("A_b-2")}`);
    expect(told({ wire: "guild" })).toBe(`磁盘 &lt; 4%\ndb-1\n──────\n完\n${at("1")} ${at("A_b-2")}`);
  });

  test("close Markdown, as a paragraph without escapes", () => {
    expect(told({ form: "markdown" })).toBe(`**磁盘 \\< 4%**\n\ndb\\-1\n\n***\n\n完\n\n${at("1")} ${at("A_b-2")}`);
  });

  test.each(["ark", "embed"] as const)("are none in %s", (form) => {
    const { message } = renderSend({ notices: [notice()] }, styleOf(form, { mentions: ["1"] }));
    expect(JSON.stringify(message)).not.toContain("qqbot-at-user");
  });

  test("leave three quarters of a message to its words, and lose whole people only", () => {
    const mentions = Array.from({ length: 40 }, (_, index) => `8F2C0E41B65A0C7D9F1E3A52${index}`);
    const [, line = ""] = told({ mentions }).split("完\n");
    const marks = line.split(" /> ");
    expect(line.length).toBeLessThanOrEqual(325);
    expect(marks.length).toBeGreaterThan(4);
    expect(line.endsWith(" />")).toBe(true);
  });

  test("are not what a sender wrote like one", () => {
    const { message } = renderSend({ notices: [notice({ title: at("1") })] }, styleOf("text", { mentions: ["2"] }));
    expect(contentOf(message)).toBe(`<qqbot－at-user id="1" />\n${at("2")}`);
  });
});
