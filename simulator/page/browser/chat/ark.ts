import { html } from "htm/preact";
import type { VNode } from "preact";
import { fieldsOf, listAt, textAt, type Fields } from "./fields.ts";
import { useWords } from "./language.ts";
import { Picture } from "./picture.ts";
import { WebLink } from "./web-link.ts";

type Pairs = ReadonlyMap<string, Fields>;

const pairsOf = (list: readonly unknown[]): Pairs =>
  new Map(list.map(fieldsOf).map((pair) => [textAt(pair, "key") ?? "", pair]));

const valueOf = (pairs: Pairs, key: string): string => textAt(pairs.get(key) ?? {}, "value")?.trim() ?? "";

const rowsOf = (pairs: Pairs): readonly Pairs[] =>
  listAt(pairs.get("#LIST#") ?? {}, "obj").map((row) => pairsOf(listAt(fieldsOf(row), "obj_kv")));

/** Template 23: a list of lines, some of them links; nothing else of it is seen in the chat. */
const List = ({ pairs }: { readonly pairs: Pairs }): VNode =>
  html`<div class="chat-lines">
    ${rowsOf(pairs).map((row) => {
      const link = valueOf(row, "link");
      return html`<div>${link ? html`<${WebLink} to=${link}>${valueOf(row, "desc")}<//>` : valueOf(row, "desc")}</div>`;
    })}
  </div>`;

/** Template 24: words with a small picture, and where they are from. */
function Thumbnail({ pairs }: { readonly pairs: Pairs }): VNode {
  const picture = valueOf(pairs, "#IMG#");
  return html`<${WebLink} to=${valueOf(pairs, "#LINK#")} className="chat-whole">
    <span class="chat-beside">
      <span class="chat-beside-words">
        <strong class="chat-card-title">${valueOf(pairs, "#TITLE#")}</strong>
        <span class="chat-soft">${valueOf(pairs, "#METADESC#")}</span>
      </span>
      ${picture && html`<${Picture} address=${picture} small />`}
    </span>
    <span class="chat-source">${valueOf(pairs, "#SUBTITLE#") || valueOf(pairs, "#DESC#")}</span>
  <//>`;
}

/** Template 37: a large picture below its title. */
function Large({ pairs }: { readonly pairs: Pairs }): VNode {
  const cover = valueOf(pairs, "#METACOVER#");
  return html`<${WebLink} to=${valueOf(pairs, "#METAURL#")} className="chat-whole">
    <strong class="chat-card-title">${valueOf(pairs, "#METATITLE#")}</strong>
    <span class="chat-soft">${valueOf(pairs, "#METASUBTITLE#")}</span>
    ${cover && html`<${Picture} address=${cover} width=${975} height=${540} />`}
  <//>`;
}

/** A template of the bot's own: what it looks like only QQ knows, so its fields are shown. */
function OwnTemplate({ pairs, template }: { readonly pairs: Pairs; readonly template: string }): VNode {
  const words = useWords();
  const rows = [...pairs].map(([key, pair]): readonly [string, string] => [
    key,
    textAt(pair, "value") ??
      rowsOf(new Map([["#LIST#", pair]]))
        .map(tellRow)
        .join("\n"),
  ]);
  return html`<div>
    <div class="chat-source">ark · ${words.template} ${template}</div>
    <dl class="chat-fields">
      ${rows.map(
        ([key, value]) =>
          html`<div>
            <dt>${key}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

const tellRow = (row: Pairs): string => [...row.keys()].map((key) => `${key}: ${valueOf(row, key)}`).join(" · ");

const templates: Readonly<Record<string, typeof List>> = { "23": List, "24": Thumbnail, "37": Large };

/** A card by a template of QQ's. What notifications show of it is its tooltip. */
export function Ark({ ark }: { readonly ark: Fields }): VNode {
  const pairs = pairsOf(listAt(ark, "kv"));
  const template = textAt(ark, "template_id") ?? "";
  const known = Object.hasOwn(templates, template) ? templates[template] : undefined;
  return html`<div class="chat-card" title=${valueOf(pairs, "#PROMPT#")}>
    ${known ? html`<${known} pairs=${pairs} />` : html`<${OwnTemplate} pairs=${pairs} template=${template} />`}
  </div>`;
}
