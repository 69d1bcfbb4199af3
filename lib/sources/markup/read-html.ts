import { readHtmlTag } from "./html-tag.ts";
import { openWriter } from "./line.ts";
import type { Finds, Told } from "./told.ts";
import { openHtml } from "./write-html.ts";

const tag = /<([^<>]{1,2100})>/g;

/** An element that ends a line: where a text has one, its line feeds are blanks, as in a page. */
const breaks = /<(?:br|p|div|li|ul|ol|tr|table|h[1-6]|hr|blockquote|pre)\b/i;

/** The words of HTML that a tool writes for a mail or a chat. */
export function readHtml(text: string): Told {
  const finds: Finds = {};
  for (const [, inner = ""] of text.matchAll(tag)) readHtmlTag(inner, finds);
  const writer = openWriter(() => ({}));
  const write = openHtml(writer, "");
  for (const line of breaks.test(text) ? [text] : text.split(/\r\n|[\r\n]/)) {
    write(line);
    writer.end();
  }
  return { ...finds, lines: writer.lines.map(({ words }) => words) };
}
