import type { Keyboard } from "../../lib/model/keyboard.ts";
import type { Message } from "../../lib/model/message.ts";
import type { CustomArk, CustomMarkdown } from "../../lib/model/custom-template.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { scenes } from "../../lib/model/scene.ts";
import { render } from "./render.ts";
import { sizeLimits } from "../../lib/render/style/limits.ts";
import type { Style } from "../../lib/render/style/style.ts";
import { notices } from "./notices.ts";
import { styleOf } from "./styles.ts";

const customArk: CustomArk = {
  template: 1001,
  kv: ([notice]) => [
    { key: "#TITLE#", value: notice?.title ?? "" },
    { key: "#ROWS#", obj: [{ obj_kv: [{ key: "desc", value: notice?.lines[0] ?? "" }] }] },
    { key: "#URL#", value: notice?.link ?? "" },
  ],
};

const customMarkdown: CustomMarkdown = {
  id: "101993071_1658748972",
  params: ([notice]) => ({ title: notice?.title ?? "", detail: notice?.lines.join("\n") ?? "", empty: "" }),
};

/** Every form that a scene takes, with what may vary in it. */
export function messagesOf(scene: SceneName): Readonly<Record<string, Readonly<Record<string, Message>>>> {
  const { wire } = scenes[scene];
  const make = (other: Partial<Style>): Message =>
    render([notices.picture], styleOf(other.form ?? "text", { wire, limit: sizeLimits[scene], ...other }));
  const mentions = scene === "group" || scene === "channel" ? { mentions: ["144115218677", "8F2C0E41"] } : {};
  const text = make({});
  const caption = text.form === "text" ? text.content : "";
  const media = (media: Extract<Message, { form: "media" }>["media"]): Message => ({
    form: "media",
    content: caption,
    media,
  });
  return {
    text: { plain: text, ...(mentions.mentions && { mentioning: make(mentions) }) },
    markdown: {
      plain: make({ form: "markdown" }),
      "with buttons": make({ form: "markdown", buttons: true }),
      "with a keyboard": make({ form: "markdown", buttons: { id: "62_1700000000" } }),
      ...(mentions.mentions && { mentioning: make({ form: "markdown", ...mentions }) }),
      "with buttons, links defanged": make({ form: "markdown", buttons: true, links: "defang" }),
    },
    "markdown-template": {
      plain: make({ form: "markdown", custom: { kind: "markdown", ...customMarkdown } }),
      "with buttons": make({ form: "markdown", buttons: true, custom: { kind: "markdown", ...customMarkdown } }),
    },
    ark: {
      plain: make({ form: "ark" }),
      "template 24": make({ form: "ark", ark: 24 }),
      "template 37": make({ form: "ark", ark: 37 }),
      "its own": make({ form: "ark", custom: { kind: "ark", ...customArk } }),
    },
    ...(wire === "guild" && { embed: { plain: make({ form: "embed" }) } }),
    media:
      wire === "v2"
        ? { plain: media({ kind: "file-info", fileInfo: "ok3+Zm9v" }) }
        : {
            plain: media({ kind: "url", url: "https://ci.example.com/builds/512/chart.png" }),
            "bytes beside it": media({ kind: "bytes" }),
          },
  };
}

const button = (id: string): Extract<Keyboard, { rows: unknown }>["rows"][0][0] => ({
  id,
  label: "查看",
  action: { kind: "callback", data: "more" },
  tip: "请升级 QQ 后再点",
});

const five = <T>(make: (index: number) => T) => [make(0), make(1), make(2), make(3), make(4)] as const;

/** As many buttons as QQ takes. */
export const fullKeyboard: Keyboard = { rows: five((row) => five((column) => button(`${row}${column}`))) };
