import type { Message } from "../model/message.ts";
import { unreachable } from "../base/unreachable.ts";
import { wireKeyboard } from "./wire-keyboard.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What `content` is beside another field where there are no words for it. */
const filler = { content: " " } as const;

/**
 * c2c and group: `msg_type` says what a message is. Counts an ark `content` is a space, beside Markdown it is absent; QQ's
 * pages differ, so both can be flipped. What these scenes do not take (their type table has no embed, and pictures have to
 * be uploaded) is told in words.
 */
export function v2Fields(message: Message, flip: boolean): Fields {
  switch (message.form) {
    case "text":
      return { msg_type: 0, content: message.content };
    case "markdown":
    case "markdown-template":
      return { msg_type: 2, ...(flip && filler), ...markdownFields(message) };
    case "ark":
      return { msg_type: 3, ...(!flip && filler), ...arkField(message) };
    case "embed":
      return { msg_type: 0, content: [message.title, ...message.fields].join("\n") };
    case "media":
      return message.media.kind === "file-info"
        ? { msg_type: 7, content: message.content, media: { file_info: message.media.fileInfo } }
        : { msg_type: 0, content: message.content };
    default:
      return unreachable(message);
  }
}

/** channel and dm: the field that is there says what a message is. A picture of theirs is an address, or bytes beside the body. */
export function guildFields(message: Message, flip: boolean): Fields {
  switch (message.form) {
    case "text":
      return { content: message.content };
    case "markdown":
    case "markdown-template":
      return { ...(flip && filler), ...markdownFields(message) };
    case "ark":
      return { ...(flip && filler), ...arkField(message) };
    case "embed":
      return { ...(flip && filler), embed: embedField(message) };
    case "media":
      return { content: message.content, ...(message.media.kind === "url" && { image: message.media.url }) };
    default:
      return unreachable(message);
  }
}

type Of<Form extends Message["form"]> = Extract<Message, { readonly form: Form }>;

/** Native Markdown or a template, never both (50057). */
function markdownFields(message: Of<"markdown" | "markdown-template">): Fields {
  const { keyboard } = message;
  return {
    markdown:
      message.form === "markdown"
        ? { content: message.content }
        : { custom_template_id: message.template, params: message.params },
    ...(keyboard !== undefined && { keyboard: wireKeyboard(keyboard) }),
  };
}

const arkField = ({ template, kv }: Of<"ark">): Fields => ({ ark: { template_id: template, kv } });

const embedField = ({ title, prompt, thumbnail, fields }: Of<"embed">): Fields => ({
  title,
  prompt,
  ...(thumbnail !== undefined && { thumbnail: { url: thumbnail } }),
  fields: fields.map((name) => ({ name })),
});
