import { decodeHTML } from "entities";
import MarkdownIt, { type Token } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";

export type { Token } from "markdown-it";

/** What parses Markdown and decodes HTML: a hundred kilobytes, which `reading.ts` imports when a text first needs them. */
export type Parser = {
  readonly parse: (text: string) => readonly Token[];
  readonly decodeHtml: (text: string) => string;
};

const markdown = new MarkdownIt({ html: true }).use(cjkFriendly);

export const parser: Parser = { parse: (text) => markdown.parse(text, {}), decodeHtml: (text) => decodeHTML(text) };
