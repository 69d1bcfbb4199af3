import { html } from "htm/preact";
import type { VNode } from "preact";
import { fieldsOf, listAt, textAt, type Fields } from "./fields.ts";
import { Picture } from "./picture.ts";

/** A card of channels and direct messages: a title, lines, a small picture. What notifications show of it is its tooltip. */
export function Embed({ embed }: { readonly embed: Fields }): VNode {
  const picture = textAt(fieldsOf(embed["thumbnail"]), "url");
  const lines = listAt(embed, "fields").map((field) => textAt(fieldsOf(field), "name") ?? "");
  return html`<div class="chat-card chat-beside" title=${textAt(embed, "prompt")}>
    <div class="chat-beside-words">
      <strong class="chat-card-title">${textAt(embed, "title")}</strong>
      ${textAt(embed, "description") && html`<span class="chat-soft">${textAt(embed, "description")}</span>`}
      ${lines.map((line) => html`<span class="chat-soft">${line}</span>`)}
    </div>
    ${picture && html`<${Picture} address=${picture} small />`}
  </div>`;
}
