import { html } from "htm/preact";
import type { VNode } from "preact";
import { Ark } from "./ark.ts";
import { Embed } from "./embed.ts";
import { fieldsOf, isGiven, listAt, textAt, type Fields } from "./fields.ts";
import { Inline } from "./inline.ts";
import { useWords } from "./language.ts";
import { Markdown } from "./markdown.ts";
import { Picture } from "./picture.ts";
import type { Press } from "./press.ts";

export type ContentProps = {
  /** A body of QQ's API, of either kind; whatever else it is, it is told to be unreadable. */
  readonly body: unknown;
  /** The picture that `media.file_info` stands for, where it is known: a `data:` URL, a path of this host, or its address elsewhere. */
  readonly picture?: string | undefined;
  readonly onPress?: Press | undefined;
};

/** Bodies of c2c and group say their type, and those that come in pieces too; those of channels and DMs do not. */
const isOfGuild = (body: Fields): boolean => body["msg_type"] === undefined && body["content_raw"] === undefined;

type Part = (body: Fields, props: Omit<ContentProps, "body">) => VNode | undefined;

/** What may stand in a body, from top to bottom. */
const parts: readonly Part[] = [
  (body) => {
    const quoted = textAt(fieldsOf(body["message_reference"]), "message_id");
    return quoted === undefined ? undefined : html`<${Quoted} id=${quoted} />`;
  },
  (body, { onPress }) => {
    const text = textAt(body, "content")?.trim() ?? "";
    return text === ""
      ? undefined
      : html`<div class="chat-text"><${Inline} text=${text} escaped=${isOfGuild(body)} onPress=${onPress} /></div>`;
  },
  (body, { onPress }) => {
    const text = textAt(body, "content_raw");
    if (text === undefined) return undefined;
    return body["content_type"] === "markdown"
      ? html`<${Markdown} text=${text} onPress=${onPress} />`
      : html`<div class="chat-text"><${Inline} text=${text} onPress=${onPress} /></div>`;
  },
  (body, { onPress }) =>
    isGiven(body, "markdown") ? html`<${AnyMarkdown} markdown=${body["markdown"]} onPress=${onPress} />` : undefined,
  (body) => (isGiven(body, "ark") ? html`<${Ark} ark=${body["ark"]} />` : undefined),
  (body) => (isGiven(body, "embed") ? html`<${Embed} embed=${body["embed"]} />` : undefined),
  (body) => {
    const image = textAt(body, "image");
    return image === undefined ? undefined : html`<${Picture} address=${image} />`;
  },
  (body) =>
    isGiven(body, "file_image")
      ? html`<${Picture} address="" name=${textAt(fieldsOf(body["file_image"]), "name")} />`
      : undefined,
  (body, { picture }) => (isGiven(body, "media") ? html`<${Uploaded} picture=${picture} />` : undefined),
  (body) => (isGiven(body, "input_notify") ? html`<${Typing} />` : undefined),
];

/** The words and pictures of a message. */
export function Content({ body, ...props }: ContentProps): VNode {
  const words = useWords();
  const fields = fieldsOf(body);
  const shown = parts.flatMap((part) => part(fields, props) ?? []);
  if (shown.length > 0) return html`<div class="chat-content">${shown}</div>`;
  return html`<div class="chat-content">
    <div class="chat-source">${words.unreadable}</div>
    <pre class="chat-raw" tabindex="0">${typeof body === "string" ? body : JSON.stringify(body)}</pre>
  </div>`;
}

/** Words, or a template with its values, whose looks only QQ knows. */
function AnyMarkdown({ markdown, onPress }: { readonly markdown: Fields; readonly onPress?: Press }): VNode {
  const words = useWords();
  const text = textAt(markdown, "content");
  if (text !== undefined) return html`<${Markdown} text=${text} onPress=${onPress} />`;
  const template = textAt(markdown, "custom_template_id") ?? textAt(markdown, "template_id");
  const rows = listAt(markdown, "params").map(fieldsOf);
  return html`<div class="chat-card">
    <div class="chat-source">Markdown · ${words.template} ${template}</div>
    <dl class="chat-fields">
      ${rows.map(
        (row) =>
          html`<div>
            <dt>${textAt(row, "key")}</dt>
            <dd>${listAt(row, "values").join(" · ")}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

function Quoted({ id }: { readonly id: string }): VNode {
  return html`<div class="chat-quoted">${useWords().quoted} ${id}</div>`;
}

function Uploaded({ picture }: { readonly picture?: string | undefined }): VNode {
  const words = useWords();
  return html`<${Picture} address=${picture ?? ""} name=${picture === undefined ? words.uploaded : ""} own />`;
}

function Typing(): VNode {
  return html`<div class="chat-soft">${useWords().typing}</div>`;
}
