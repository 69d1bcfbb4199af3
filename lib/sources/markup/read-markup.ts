import { httpLink } from "../http-link.ts";
import { withEmoji } from "./emoji.ts";
import { isPlain } from "./is-plain.ts";
import { type Line, openWriter } from "./line.ts";
import type { Token } from "./parser.ts";
import { need } from "./reading.ts";
import { openHtml } from "./write-html.ts";

/** In characters: a notice holds less than this of any text, and a parser is not handed more than it can read at once. */
const maxLength = 8_000;

/** Without its comments, which in templates are longer than all else. One that never ends is left to the parser. */
function withoutComments(text: string): string {
  let rest = "";
  let at = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", at)) {
    const end = text.indexOf("-->", start + 4);
    if (end < 0) break;
    rest += text.slice(at, start);
    at = end + 3;
  }
  return rest + text.slice(at);
}

/** Ends a sentence of markup where it may be cut: at a line's end. */
const cut = (text: string): string =>
  text.length <= maxLength ? text : text.slice(0, text.lastIndexOf("\n", maxLength) + 1 || maxLength);

const box = /^\[([ xX])\] /;

type Context = {
  /** What is written where a picture is. */
  readonly image: string;
  /** Hears of each http(s) URL that the text has words for, and of each picture's. */
  readonly onLink?: (url: string) => void;
  readonly onImage?: (url: string) => void;
};

/** The lines of a text in GitHub's Markdown, which may hold HTML, in words: no markup left. */
export function readMarkup(text: string, context: Context): readonly Line[] {
  const part = cut(withoutComments(text.slice(0, 20 * maxLength)));
  const lines = isPlain(part) ? linesOf(part) : parseLines(part, context);
  return lines.map((line) => ({
    ...line,
    words: line.words.replace(box, (_, tick: string) => (tick === " " ? "☐ " : "☑ ")),
  }));
}

/** The lines of a text without markup. */
function linesOf(text: string): readonly Line[] {
  const writer = openWriter(() => ({}));
  for (const line of text.split(/\r\n?|\n/)) {
    writer.write(withEmoji(line));
    writer.end();
  }
  return writer.lines;
}

/** The lines of a text with markup: one pass. */
function parseLines(text: string, { image, onLink, onImage }: Context): readonly Line[] {
  const { parse } = need("parser");
  let heading: number | undefined;
  let quotes = 0;
  const writer = openWriter(() => ({
    ...(heading !== undefined && { heading }),
    ...(quotes > 0 && { quoted: true as const }),
  }));
  const html = openHtml(writer, image);

  const hear = (heard: Context["onLink"], token: Token, name: string): void => {
    const url = httpLink(String(token.attrGet(name) ?? ""));
    if (url !== undefined) heard?.(url);
  };
  const writeInline = (token: Token): void => {
    const { type, content } = token;
    if (type === "link_open" && token.markup !== "autolink") hear(onLink, token, "href");
    if (type === "image") hear(onImage, token, "src");
    if (type === "text") writer.write(withEmoji(content));
    else if (type === "code_inline" || type === "text_special") writer.write(content);
    else if (type === "image") writer.write(image);
    else if (type === "html_inline") html(content);
    else if (type === "softbreak" || type === "hardbreak") writer.end();
  };
  const writeCode = ({ content }: Token): void => {
    for (const line of content.split("\n")) {
      writer.write(line);
      writer.end();
    }
  };
  const readers: Readonly<Record<string, (token: Token) => void>> = {
    inline: ({ children }) => {
      for (const child of children ?? []) writeInline(child);
    },
    html_block: ({ content }) => html(withEmoji(content)),
    fence: writeCode,
    code_block: writeCode,
    heading_open: ({ tag }) => {
      writer.end();
      heading = Number(tag.slice(1));
    },
    heading_close: () => {
      writer.end();
      heading = undefined;
    },
    blockquote_open: () => {
      writer.end();
      quotes += 1;
    },
    blockquote_close: () => {
      writer.end();
      quotes -= 1;
    },
    list_item_open: ({ info }) => {
      writer.end();
      if (info !== "") writer.write(`${info}. `);
    },
    th_open: writer.cell,
    td_open: writer.cell,
    tr_close: writer.end,
    paragraph_close: writer.end,
    list_item_close: writer.end,
  };
  for (const token of parse(text)) readers[token.type]?.(token);
  writer.end();
  return writer.lines;
}
