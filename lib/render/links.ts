import type { LinkPolicy } from "../model/settings.ts";
import { findLinks } from "./find-links.ts";

/**
 * QQ's detector also takes `main.go` and `node.js` for URLs: any dot between a word and a letter. Digits after the dot
 * pass, but for those after `www` (tencent-connect/openclaw-qqbot#29, #39).
 */
const wordDot = /(?<=[\p{L}\p{N}\p{M}_-])\.(?=\p{L})|(?<=www)\.(?=\p{N})/giu;
const scheme = /(?:https?|ftp)?:\/\//gi;
const wrappers = ["()", "<>", "[]", "（）", "【】", "「」"];

const dropSchemes = (text: string): string => text.replace(scheme, "").replaceAll("://", ": ");

/** Takes links out, with the brackets that held nothing else. */
function removeLinks(text: string): string {
  let rest = "";
  let at = 0;
  for (const { start, end } of findLinks(text)) {
    const wrapped = wrappers.includes(text.charAt(start - 1) + text.charAt(end)) ? 1 : 0;
    rest += text.slice(at, Math.max(at, start - wrapped));
    at = end + wrapped;
  }
  return `${rest}${text.slice(at)}`;
}

const policies = {
  keep: (text) => text,
  strip: (text) => dropSchemes(removeLinks(text)).replace(wordDot, "_").replace(/ {2,}/g, " ").trim(),
  defang: (text) => dropSchemes(text).replace(wordDot, "。"),
} as const satisfies Record<LinkPolicy, (text: string) => string>;

/** A text with its URLs, bare domains and file names as the policy wants them shown. Linear in the text's length. */
export const treatLinks = (text: string, policy: LinkPolicy): string => policies[policy](text);

/** Percent-encoded are signs that a chat could read as its own: quotes, angle brackets, and what mentions are made of. */
const encode = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** An http(s) URL in plain ASCII that holds no credentials; undefined for anything else (`data:`, `javascript:`, no URL). */
export function readUrl(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol)) return undefined;
  url.username = "";
  url.password = "";
  return url.href.replace(/["'<>\\`]|@(?=all|everyone)|;(?=[@#]|emoji:|qqbot-)/gi, encode);
}
