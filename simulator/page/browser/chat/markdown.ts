import MarkdownIt, { type Token } from "markdown-it/browser";
import { h, type ComponentChildren, type VNode } from "preact";
import { html } from "htm/preact";
import { Inline } from "./inline.ts";
import { Picture } from "./picture.ts";
import type { Press } from "./press.ts";
import { WebLink } from "./web-link.ts";

/** What QQ's page on Markdown has, and what bots send besides; tables and HTML are shown as they are written. */
const parser = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable([
  "table",
  "lheading",
  "reference",
]);

/** Elements by the tags of tokens; titles are no headings of the page that the chat is on. */
const elements: Readonly<Record<string, readonly [tag: string, className?: string]>> = {
  p: ["p"],
  h1: ["p", "chat-title"],
  h2: ["p", "chat-subtitle"],
  h3: ["p", "chat-subtitle"],
  h4: ["p", "chat-subtitle"],
  h5: ["p", "chat-subtitle"],
  h6: ["p", "chat-subtitle"],
  ul: ["ul"],
  ol: ["ol"],
  li: ["li"],
  blockquote: ["blockquote"],
  strong: ["strong"],
  em: ["em"],
  s: ["s"],
};

type Open = { readonly token: Token | undefined; readonly children: ComponentChildren[] };

/** Markdown as QQ shows it, from tokens to nodes: no markup of the text's own gets through. */
export function Markdown({ text, onPress }: { readonly text: string; readonly onPress?: Press | undefined }): VNode {
  return html`<div class="chat-markdown">${nest(parser.parse(text, {}), onPress)}</div>`;
}

/** Tokens come flat, with levels up and down. */
function nest(tokens: readonly Token[], onPress: Press | undefined): ComponentChildren[] {
  const open: Open[] = [{ token: undefined, children: [] }];
  const add = (node: ComponentChildren): void => void open.at(-1)?.children.push(node);
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ token, children: [] });
    else if (token.nesting === 0) add(showLeaf(token, onPress));
    else {
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed?.token) add(showElement(closed.token, closed.children));
    }
  }
  return open[0]?.children ?? [];
}

function showElement(token: Token, children: readonly ComponentChildren[]): ComponentChildren {
  if (token.tag === "a") return h(WebLink, { to: String(token.attrGet("href") ?? "") }, children);
  if (token.hidden) return children;
  const [tag, className] = elements[token.tag] ?? ["span"];
  const start = tag === "ol" ? Number(token.attrGet("start") ?? 1) : undefined;
  return h(tag, { ...(className && { class: className }), ...(start !== undefined && { start }) }, children);
}

function showLeaf(token: Token, onPress: Press | undefined): ComponentChildren {
  switch (token.type) {
    case "inline":
      return nest(token.children ?? [], onPress);
    case "text":
      return html`<${Inline} text=${token.content} links=${false} onPress=${onPress} />`;
    case "softbreak":
    case "hardbreak":
      return html`<br />`;
    case "code_inline":
      return html`<code>${token.content}</code>`;
    case "fence":
    case "code_block":
      return html`<pre tabindex="0"><code>${token.content}</code></pre>`;
    case "hr":
      return html`<hr />`;
    case "image":
      return showPicture(token);
    default:
      return token.content;
  }
}

/** QQ writes a picture's size into its name: `![name #208px #320px](address)`. */
function showPicture(token: Token): ComponentChildren {
  const [, name = "", width, height] = /^(.*?)(?:\s*#(\d{1,4})px\s+#(\d{1,4})px)?\s*$/s.exec(token.content) ?? [];
  const size = width && height ? { width: Number(width), height: Number(height) } : {};
  return h(Picture, { address: String(token.attrGet("src") ?? ""), name, ...size });
}
