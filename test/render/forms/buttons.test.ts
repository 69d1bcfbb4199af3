import { describe, expect, test } from "vitest";
import { languages } from "../../../lib/model/language.ts";
import type { Keyboard } from "../../../lib/model/keyboard.ts";
import type { Notice } from "../../../lib/model/notice.ts";
import { readEvent } from "../../../lib/qq/read-event.ts";
import type { SendContent } from "../../../lib/render/page/send-content.ts";
import { renderSend } from "../../../lib/render/render-send.ts";
import type { Style } from "../../../lib/render/style/style.ts";
import { words } from "../../../lib/render/words/words.ts";
import { noon, notice } from "../../support/build.ts";
import { contentOf } from "../../support/content-of.ts";
import { digests } from "../../support/digests.ts";
import { styleOf } from "../../support/styles.ts";

const link = "https://github.com/octo/app/pull/1";

const render = (content: SendContent, style: Partial<Style> = {}) =>
  renderSend(content, styleOf("markdown", { buttons: true, ...style }));

/** Each button by its label and what it does. */
function pressed(keyboard: Keyboard | undefined): readonly string[] {
  if (keyboard === undefined || "id" in keyboard) return [];
  return keyboard.rows.flatMap((row) =>
    row.map(({ label, action }) => `${label} ${action.kind === "jump" ? action.url : action.data}`),
  );
}

const buttons = (content: SendContent, style: Partial<Style> = {}): readonly string[] => {
  const { message } = render(content, style);
  return message.form === "markdown" ? pressed(message.keyboard) : [];
};

const one = (more: Partial<Notice> = {}): SendContent => ({ notices: [notice({ title: "PR #1", link, ...more })] });

describe("buttons below Markdown", () => {
  test("lead to what one notice is about, in the place of the link in its words", () => {
    expect(buttons(one())).toEqual([`查看 ${link}`, "更多 digest"]);
    expect(buttons(one(), { language: "en" })).toEqual([`Open ${link}`, "More digest"]);
    expect(contentOf(render(one()).message)).not.toContain(link);
    expect(contentOf(render(one(), { buttons: undefined }).message)).toContain(link);
  });

  test.each<[string, Partial<Style>, readonly string[]]>([
    ["defanged", { links: "defang" }, ["更多 digest"]],
    ["stripped", { links: "strip" }, ["更多 digest"]],
    ["of a registered domain", { links: "strip", domains: ["github.com"] }, [`查看 ${link}`, "更多 digest"]],
    [
      "led around",
      { links: "redirect", redirect: "https://r.example.cn/{url}" },
      ["查看 https://r.example.cn/https%3A%2F%2Fgithub%2Ecom%2Focto%2Fapp%2Fpull%2F1", "更多 digest"],
    ],
  ])("lead nowhere that the policy does not show: %s", (_, style, shown) => {
    expect(buttons(one(), style)).toEqual(shown);
  });

  test("have none to lead somewhere where it is not clear what is meant", () => {
    expect(buttons({ notices: [...one().notices, notice({ link })] })).toEqual(["更多 digest"]);
    expect(buttons({ ...one(), answer: notice() })).toEqual(["更多 digest"]);
    expect(buttons(one({ link: "javascript:alert(1)" }))).toEqual(["更多 digest"]);
  });

  test("ask for the next page where a digest left something out", () => {
    const { message, leftOut } = render(digests("zh")["two-hundred"] ?? { notices: [] });
    expect(leftOut.length).toBeGreaterThan(0);
    expect(message.form === "markdown" && pressed(message.keyboard)).toEqual(["更多 more"]);
  });

  test("are one's own where QQ approved them", () => {
    const { message } = render(one(), { buttons: { id: "62_1700000000" } });
    expect(message).toMatchObject({ keyboard: { id: "62_1700000000" }, content: expect.stringContaining(link) });
  });

  test.each(languages)("have labels in %s that QQ takes", (language) => {
    const { openButton, moreButton } = words[language];
    for (const label of [openButton, moreButton]) expect(Array.from(label).length).toBeLessThanOrEqual(10);
  });

  test("a link too long for the message is not put on one", () => {
    expect(buttons(one({ link: `https://a.example/${"a".repeat(3_000)}` }))).toEqual(["更多 digest"]);
  });

  test.each(["text", "ark", "embed"] as const)("are not below %s", (form) => {
    expect(renderSend(one(), styleOf(form, { buttons: true })).message).not.toHaveProperty("keyboard");
  });

  test.each(["digest", "more"])("what %s carries is read as a command when it is pressed", (data) => {
    const pressed = {
      id: "I1",
      type: 11,
      chat_type: 1,
      group_openid: "G1",
      group_member_openid: "M1",
      data: { type: 11, resolved: { button_id: data, button_data: data } },
    };
    const event = { type: "INTERACTION_CREATE", id: "INTERACTION_CREATE:1", data: pressed };
    expect(readEvent(event, noon)).toMatchObject({ said: { text: `/${data}` } });
  });
});
