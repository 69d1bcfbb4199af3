import { describe, expect, test } from "vitest";
import type { CustomArk, CustomMarkdown } from "../../../lib/model/custom-template.ts";
import { plainText } from "../../../lib/model/template-param.ts";
import type { SendContent } from "../../../lib/render/page/send-content.ts";
import { renderSend } from "../../../lib/render/render-send.ts";
import type { Style } from "../../../lib/render/style/style.ts";
import { notice } from "../../support/build.ts";
import { contentOf } from "../../support/content-of.ts";
import { styleOf } from "../../support/styles.ts";

const notices = [notice({ title: "**一** <@1>", link: "https://github.com/a_b#c" }), notice({ title: "二" })];

const ark = (kv: CustomArk["kv"], content: SendContent = { notices }, style: Partial<Style> = {}) =>
  renderSend(content, styleOf("ark", { custom: { kind: "ark", template: 1001, kv }, ...style }));

const template = (params: CustomMarkdown["params"], content: SendContent = { notices }, style: Partial<Style> = {}) =>
  renderSend(content, styleOf("markdown", { custom: { kind: "markdown", id: "T1", params }, ...style }));

describe("a route's own ark", () => {
  const kv: CustomArk["kv"] = (told) => [
    { key: "#TITLE#", value: told.map(({ title }) => title).join("\n") },
    { key: "#URL#", value: told[0]?.link ?? "" },
    { key: "#NONE#", value: "" },
    { key: "#ROWS#", obj: told.map(({ title }) => ({ obj_kv: [{ key: "desc", value: title }] })) },
  ];

  test("has its own values, harmless, on one line, and never empty", () => {
    expect(ark(kv).message).toEqual({
      form: "ark",
      template: 1001,
      kv: [
        { key: "#TITLE#", value: "**一** <＠1> 二" },
        { key: "#URL#", value: "https://github.com/a_b#c" },
        { key: "#NONE#", value: " " },
        {
          key: "#ROWS#",
          obj: [{ obj_kv: [{ key: "desc", value: "**一** <＠1>" }] }, { obj_kv: [{ key: "desc", value: "二" }] }],
        },
      ],
    });
  });

  test.each([
    ["defang", " "],
    ["strip", " "],
    ["redirect", "https://r.example.cn/https%3A%2F%2Fgithub%2Ecom%2Fa%5Fb%23c"],
  ] as const)("shows a URL as links are shown: %s", (links, value) => {
    const { message } = ark(kv, { notices }, { links, redirect: "https://r.example.cn/{url}" });
    expect(message).toMatchObject({ kv: expect.arrayContaining([{ key: "#URL#", value }]) });
  });
});

describe("a route's own Markdown template", () => {
  test("has values without any sign of Markdown", () => {
    const { message } = template((told) => ({
      title: told.map(({ title }) => title).join("\n"),
      url: told[0]?.link ?? "",
      none: "",
    }));
    expect(message).toEqual({
      form: "markdown-template",
      template: "T1",
      params: [
        { key: "title", values: ["＊＊一＊＊ ＜＠1＞ 二"] },
        { key: "url", values: ["https://github.com/a%5Fb"] },
        { key: "none", values: ["—"] },
      ],
    });
  });

  test("may have buttons", () => {
    expect(template(() => ({ a: "b" }), { notices }, { buttons: true }).message).toHaveProperty("keyboard");
  });

  test.each([
    ["a\r\n\tb\u2028c", "a b c"],
    ["- `x` _y_ [z] ~ # | \\", "－ ｀x｀ ＿y＿ ［z］ ～ ＃ ｜ ＼"],
    ["+1", "＋1"],
    ["3-1 (a)!", "3-1 (a)!"],
    [" ", "—"],
  ])("%j becomes %s", (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe("where it cannot be used, the same is told in text, and the log may say why", () => {
  const told = "📬 1 分钟内 2 条通知";
  const kv: CustomArk["kv"] = () => [{ key: "#A#", value: "a" }];
  const long = "长".repeat(2_000);
  const throws = () => {
    throw new RangeError("secret words");
  };
  const throwsText = () => {
    throw "secret words"; // oxlint-disable-line no-throw-literal
  };

  test.each([
    ["an answer", ark(kv, { notices, answer: notice({ title: "状态" }) }), "the answer to a command"],
    ["a note", ark(kv, { notices, note: "完" }), "the note that pushes are used up"],
    ["too much", ark(() => [{ key: "#A#", value: long }]), "too long"],
    ["too much of a template", template(() => ({ a: long })), "too long"],
  ])("%s has no place in it", (_, { message, unused }, why) => {
    expect(unused).toEqual({ kind: "no-place", reason: expect.stringContaining(why) });
    expect(message.form).toBe("text");
    expect(contentOf(message)).toContain(told);
  });

  test.each([
    ["a throw", ark(throws), "it threw RangeError"],
    ["a throw of a template's", template(throws), "it threw RangeError"],
    ["a throw of no error", ark(throwsText), "it threw a value of type string"],
    ["no pairs", ark(() => []), "answered no values"],
    ["pairs without keys", ark(() => [{ key: "", value: "a" }]), "answered no values"],
    ["a number", ark(() => [{ key: "#A#", value: 7 }] as never), "answered no values"],
    ["a promise", ark((async () => []) as never), "answered a promise"],
    ["a promise that fails", template((async () => throws()) as never), "answered a promise"],
    ["a list in a template", template(() => ({ a: ["b"] }) as never), "answered no values"],
  ])("%s is the function's fault", (_, { message, unused }, why) => {
    expect(unused).toEqual({ kind: "fault", reason: expect.stringContaining(why) });
    expect(unused?.reason).not.toContain("secret");
    expect(message.form).toBe("text");
    expect(contentOf(message)).toContain(told);
  });

  test("and nothing is said where it was used", () => {
    expect(ark(kv)).not.toHaveProperty("unused");
    expect(ark(kv).leftOut).toEqual([]);
  });
});
