import { findLinks } from "../../base/find-links.ts";
import { percent } from "./percent.ts";

/** A word, whatever that is not seen stands between its letters. */
const spelt = (word: string): string => Array.from(word).join("\\p{DI}*");

/**
 * QQ's inline forms: `<@id>`, `<#id>`, `<emoji:id>`, `<qqbot-…>`, and those that mention everyone. `;` opens one too, since
 * `&lt;@id>` becomes a form when QQ unescapes what it was sent. `@allthings` is a name, in the letters of ASCII alone
 * (without regard to case, the Kelvin sign would be a `k`); what Markdown sets behind `@all`, a backslash or the bracket
 * of a link, ends the word.
 */
const mention = new RegExp(
  `[<;]\\p{DI}*(?:[@#]|${spelt("emoji:")}|${spelt("qqbot-")})` +
    `|@\\p{DI}*(?:${spelt("everyone")}|${spelt("全体成员")}|${spelt("all")}(?:(?-i:(?![A-Za-z0-9]))|(?=https?://)))`,
  "giu",
);

const wide = { "@": "＠", "#": "＃", ":": "：", "-": "－" } as const;

const widen = (form: string): string => form.replace(/[@#:-]/, (sign) => wide[sign as keyof typeof wide]);

const encode = (form: string): string => form.replace(/[;@]/g, percent);

/** A whole URL that mentions no one. Percent codes keep it the same address. */
export const breakInUrl = (url: string): string => url.replace(mention, encode);

/** A text whose links mention no one. */
export function breakInLinks(text: string): string {
  let broken = "";
  let at = 0;
  for (const { start, end } of findLinks(text)) {
    broken += text.slice(at, start) + breakInUrl(text.slice(start, end));
    at = end;
  }
  return broken + text.slice(at);
}

const mayMention = (text: string): boolean => text.includes("@") || text.includes("<") || text.includes(";");

/**
 * A text that mentions no one: the last thing done to foreign words before they are escaped, when nothing can join what
 * stands apart any more. Signs are made full width rather than parted by something invisible: that survives any unescaping
 * and any stripping of what is not seen.
 */
export const breakMentions = (text: string): string =>
  !mayMention(text) || text.search(mention) < 0 ? text : breakInLinks(text).replace(mention, widen);
