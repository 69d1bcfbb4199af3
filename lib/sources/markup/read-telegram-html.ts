import { httpLink } from "../http-link.ts";
import type { Finds, Told } from "./told.ts";

/** The elements that Telegram knows (core.telegram.org/bots/api, "HTML style"), and those with which tools break their lines. */
const tag =
  /<(\/?)(b|strong|i|em|u|ins|s|strike|del|a|code|pre|span|tg-spoiler|tg-emoji|tg-time|blockquote|br|p|div|li|ul|ol|h[1-6]|hr)(?:[\s/][^<>]*)?>/gi;
const lines = new Set("pre blockquote br p div li ul ol h1 h2 h3 h4 h5 h6 hr".split(" "));
const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos|nbsp));/gi;
const signs = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " " } as const;

/** Telegram's character references, each undone once. */
const decode = (text: string): string =>
  text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return signs[name.toLowerCase() as keyof typeof signs];
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : whole;
  });

/** The words of a text in Telegram's HTML: one pass. Any other name in angle brackets is a word (`<db1>`). */
export function readTelegramHtml(text: string): Told {
  const finds: Finds = {};
  let words = "";
  let at = 0;
  for (const { 0: whole, 1: slash, 2: name = "", index } of text.matchAll(tag)) {
    words += decode(text.slice(at, index));
    at = index + whole.length;
    if (lines.has(name.toLowerCase())) words += "\n";
    const url = slash === "" && name.toLowerCase() === "a" ? href.exec(whole)?.slice(1).find(Boolean) : undefined;
    if (url !== undefined) finds.link ??= httpLink(decode(url));
  }
  return { ...finds, lines: (words + decode(text.slice(at))).split(/\r\n|[\r\n]/) };
}
