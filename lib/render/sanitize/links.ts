import { isRegisteredHost } from "../../model/registered-host.ts";
import { findLinks } from "../../base/find-links.ts";
import { breakInUrl } from "./break-mentions.ts";
import { percent } from "./percent.ts";
import { type LinkRule, shownUrl } from "./shown-url.ts";

/**
 * QQ's detector also takes `main.go` and `node.js` for URLs: any dot between a word and a letter. Digits after the dot
 * pass, but for those after `www` (tencent-connect/openclaw-qqbot#29, #39).
 */
const wordDot = /(?<=[\p{L}\p{N}\p{M}_-])\.(?=\p{L})|(?<=www)\.(?=\p{N})/giu;
/** All that a host, a file name and the dot between two words are made of. */
const name = /[\p{L}\p{N}\p{M}._-]+/gu;
/** One that browsers know goes; another (`tencent://message`, `hxxps://x`) is a word that its `//` goes behind. */
const scheme = /(?<![a-z0-9+.-])(?:https?|ftp):\/\//gi;
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

/** Bare hosts of registered domains keep their dots. */
const breakDots = (text: string, sign: string, domains: readonly string[]): string =>
  domains.length === 0
    ? text.replace(wordDot, sign)
    : text.replace(name, (each) => (isRegisteredHost(each, domains) ? each : each.replace(wordDot, sign)));

/** What is done to all but the URLs that may be shown. */
const hide = (text: string, { links, domains = [] }: LinkRule): string =>
  links === "strip"
    ? breakDots(dropSchemes(removeLinks(text)), "_", domains)
    : breakDots(dropSchemes(text), "。", domains);

/** A text with its URLs, bare domains and file names as the policy wants them shown. Linear in the text's length. */
export function treatLinks(text: string, rule: LinkRule): string {
  if (rule.links === "keep") return text;
  let treated = "";
  let at = 0;
  for (const { start, end } of findLinks(text)) {
    const shown = shownUrl(text.slice(start, end), rule);
    if (shown === undefined) continue;
    treated += hide(text.slice(at, start), rule) + shown;
    at = end;
  }
  treated += hide(text.slice(at), rule);
  return rule.links === "strip" ? treated.replace(/ {2,}/g, " ").trim() : treated;
}

/** Signs that a chat could read as its own: quotes and angle brackets. */
const chatSigns = /["'<>\\`]/g;

/** An http(s) URL in plain ASCII that holds no credentials; undefined for anything else (`data:`, `javascript:`, no URL). */
export function readUrl(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol)) return undefined;
  url.username = "";
  url.password = "";
  return breakInUrl(url.href.replace(chatSigns, percent));
}
