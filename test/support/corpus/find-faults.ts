import { stringsOf } from "../scan-wire.ts";
import type { PreviewBody } from "../../../local/operate/preview/preview-as.ts";
import { mentionsOnWire } from "../scan-wire.ts";

const emptied = /\bundefined\b|\bnull\b|\bNaN\b|\[object \w+\]/g;

/** Elements that a text in HTML is made of; a `<String>` is none. */
const tag =
  /<\/?(?:a|abbr|b|blockquote|body|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|html|i|img|ins|kbd|li|ol|p|picture|pre|s|samp|script|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|video)(?:\s[^<>]*)?\/?>|<!--/i;

const emptyRow = {
  text: /\n[^\S\n]*(?:\n|$)|^\s*\n|^\s*$/,
  markdown: /\n{3}|^\s*(?:-\s*)?$|\n\s*-\s*(?:\n|$)|\*{4}(?!\n)/,
} as const;

/** A Markdown text as its readers see it. */
const read = (text: string, isMarkdown: boolean): string =>
  isMarkdown ? text.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll(/<(https?:[^>]+)>/g, "$1") : text;

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** What is wrong with a body, whatever it tells; `payload` is what it was made of, whose own words may say `null`. */
export function findFaults({ form, size, limit, body }: PreviewBody, payload: string): readonly string[] {
  const { content, ...rest } = body as { readonly content?: string };
  const filled = content?.trim() === "" && Object.keys(rest).length > 1 ? rest : body;
  const strings = stringsOf(filled, "").filter(({ text }) => text !== " " && !text.startsWith("data:"));
  return [
    ...(size.characters > limit.characters || size.bytes > limit.bytes
      ? [`over the limit: ${JSON.stringify(size)}`]
      : []),
    ...mentionsOnWire(body, []).map((found) => `mentions ${found}`),
    ...strings.flatMap(({ path, text }) => {
      const isMarkdown = path === ".markdown.content";
      const words = unescaped(read(text, isMarkdown));
      return [
        ...(text.isWellFormed() && !text.includes("\ufffd") ? [] : ["half a character"]),
        ...[...words.matchAll(emptied)].filter(([word]) => !payload.includes(word)).map(([word]) => `says ${word}`),
        ...(tag.test(words) ? [`a raw tag ${tag.exec(words)?.[0]}`] : []),
        ...(emptyRow[isMarkdown ? "markdown" : "text"].test(text) ? ["an empty row"] : []),
      ].map((fault) => `${form} ${path}: ${fault} in ${JSON.stringify(text.slice(0, 300))}`);
    }),
  ];
}
