import { html } from "htm/preact";
import type { VNode } from "preact";
import { useWords, type Words } from "./language.ts";
import { readPieces, type Piece } from "./pieces.ts";
import type { Press } from "./press.ts";
import { WebLink } from "./web-link.ts";

const escapes: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** In guilds QQ reads three escapes in `content`, after it looked for mentions. */
const unescaped = (text: string): string => text.replaceAll(/&(?:lt|gt|amp);/g, (escape) => escapes[escape] ?? escape);

export type InlineProps = {
  readonly text: string;
  /** Whether the escapes of channels and direct messages are read. */
  readonly escaped?: boolean | undefined;
  /** Whether bare addresses are links. */
  readonly links?: boolean | undefined;
  readonly onPress?: Press | undefined;
};

/** A text with its links, mentions and commands. */
export function Inline({ text, escaped = false, links = true, onPress }: InlineProps): VNode {
  const words = useWords();
  const plain = escaped ? unescaped : (same: string): string => same;
  return html`<span>${readPieces(text).map((piece) => showPiece(piece, { words, plain, links, onPress }))}</span>`;
}

type Shown = {
  readonly words: Words;
  readonly plain: (text: string) => string;
  readonly links: boolean;
  readonly onPress: Press | undefined;
};

function showPiece(piece: Piece, { words, plain, links, onPress }: Shown): VNode | string {
  switch (piece.kind) {
    case "text":
      return plain(piece.text);
    case "link":
      return links ? html`<${WebLink} to=${plain(piece.text)}>${plain(piece.text)}<//>` : plain(piece.text);
    case "user":
      return html`<span class="chat-mention">@${piece.id}</span>`;
    case "everyone":
      return html`<span class="chat-mention">${words.everyone}</span>`;
    case "channel":
      return html`<span class="chat-mention">#${piece.id}</span>`;
    case "emoji":
      return html`<span class="chat-emoji">[${words.emoji} ${piece.id}]</span>`;
    case "command":
      return html`<${Command} piece=${piece} onPress=${onPress} />`;
    default:
      return piece satisfies never;
  }
}

type CommandProps = {
  readonly piece: Extract<Piece, { kind: "command" }>;
  readonly onPress: Press | undefined;
};

/** Words that fill the input box when they are tapped, or are sent at once. */
function Command({ piece: { text, shown, enter }, onPress }: CommandProps): VNode {
  if (!onPress) return html`<span class="chat-mention">${shown}</span>`;
  const press = (): void => onPress({ id: "", label: shown, type: 2, data: text, enter });
  return html`<button type="button" class="chat-command" onClick=${press}>${shown}</button>`;
}
