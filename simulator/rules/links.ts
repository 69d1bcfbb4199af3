import { refuse, type Refusal } from "../refusal.ts";
import { isV2 } from "../scene.ts";
import type { Settings } from "../settings.ts";
import type { Send } from "./send.ts";
import { shownTexts } from "./texts.ts";

/**
 * What QQ's detector was seen to take for a URL (tencent-connect/openclaw-qqbot#29, #39): schemes, `www.`, and any two
 * words with letters on both sides of a dot, file names too, `1.sh` and `163.com` among them. Digits after the dot pass, so
 * `v1.2` does, and a single letter behind digits, as in `3.x`.
 */
const signs = [
  /https?:\/\/[^\s/?#)\]"'<>]+/giu,
  /(?<![\p{L}\p{N}])www\.[\p{L}\p{N}]/giu,
  /(?<=[\p{L}\p{M}_-])\.(?=\p{L})/gu,
  /(?<=[\p{L}\p{M}][\p{N}]{0,64})\.(?=\p{L})/gu,
  /(?<=\p{N})\.(?=\p{L}{2})/gu,
];

const url = /https?:\/\/([\p{L}\p{N}.-]+)(?::\d+)?(?=[\s/?#)\]"'<>]|$)[^\s)\]"'<>]*/giu;
/** A name that ends like one below a domain is none of it unless all its labels are plain: `evil.com..a.b`, `evil.com中.a.b`. */
const plainName = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const hostSign = /[\p{L}\p{M}\p{N}._-]/u;
const maxHost = 253;

/** The host around one place of a text. */
function hostAt(text: string, at: number): string {
  let [from, to] = [at, at];
  while (from > 0 && at - from < maxHost && hostSign.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && to - at < maxHost && hostSign.test(text.charAt(to))) to += 1;
  return text.slice(from, to).toLowerCase().replace(/\.+$/, "");
}

/** The first host or name in a text that reads as a URL and is not of a registered domain. */
export function findLink(text: string, domains: readonly string[]): string | undefined {
  const own = domains.map((domain) => domain.toLowerCase());
  const isOwn = (host: string): boolean =>
    plainName.test(host) && own.some((domain) => host === domain || host.endsWith(`.${domain}`));
  const foreign = text.replaceAll(url, (whole, host: string) => (isOwn(host.toLowerCase()) ? " " : whole));
  for (const sign of signs) {
    for (const hit of foreign.matchAll(sign)) {
      const scheme = /^https?:\/\//i.exec(hit[0])?.[0] ?? "";
      const host = hostAt(foreign, hit.index + scheme.length);
      if (!isOwn(host)) return host;
    }
  }
  return undefined;
}

export function findLinkFault(send: Send, settings: Settings): Refusal | undefined {
  if (!settings.urlRule) return undefined;
  for (const text of shownTexts(send.fields)) {
    const link = findLink(text, settings.domains);
    if (link !== undefined) return refuse(isV2(send.target.scene) ? 40054010 : 304003, link);
  }
  return undefined;
}
