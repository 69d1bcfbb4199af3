import { httpLink } from "../http-link.ts";
import { unescapeSlack } from "./slack-angle.ts";
import type { Finds } from "./told.ts";

/** The few elements that tools write into a chat that knows none. Any other name in angle brackets is a word (`<db1>`). */
const inline = /^\/?(?:a|b|i|u|s|em|strong|del|ins|code|span|font|small|sub|sup|tt|mark)(?:\s[^<>]*=[^<>]*)?\s*\/?$/i;
const block = /^\/?(?:br|p|div|pre|h[1-6]|hr|ul|ol|li|blockquote)(?:\s[^<>]*=[^<>]*)?\s*\/?$/i;
const comment = /^!--[^]*--$/;
const href = /^a\s(?:[^<>]*\s)?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** What stands for an HTML tag (all between its brackets) in words; undefined where it is none. */
export function readHtmlTag(inner: string, finds: Finds): string | undefined {
  if (comment.test(inner)) return "";
  if (block.test(inner)) return "\n";
  if (!inline.test(inner)) return undefined;
  const url = href.exec(inner)?.slice(1).find(Boolean);
  if (url !== undefined) finds.link ??= httpLink(unescapeSlack(url));
  return "";
}
