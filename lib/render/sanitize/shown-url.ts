import { isRegisteredHost } from "../../model/registered-host.ts";
import { redirectMark } from "../../model/redirect.ts";
import type { LinkPolicy } from "../../model/settings.ts";
import { percent } from "./percent.ts";

/** What decides how URLs are shown; `redirect` is needed by the policy of that name, which without one defangs. */
export type LinkRule = {
  readonly links: LinkPolicy;
  readonly domains?: readonly string[];
  readonly redirect?: string | undefined;
};

/** A URL as it may be shown as one; undefined where the policy shows none. */
export function shownUrl(url: string, { links, domains = [], redirect }: LinkRule): string | undefined {
  if (links === "keep") return url;
  if (isRegisteredUrl(url, domains)) return closed(url);
  return links === "redirect" && redirect !== undefined ? redirect.replace(redirectMark, () => encode(url)) : undefined;
}

/** A picture may not be led around: QQ fetches it itself. */
export const shownPicture = (url: string, rule: LinkRule): string | undefined =>
  rule.links === "redirect" ? shownUrl(url, { ...rule, links: "defang" }) : shownUrl(url, rule);

/** Signs at which a detector may take a URL for ended, and what comes behind for another one. */
const ends = /[()[\]']/g;

/** A URL with another one or a name behind such a sign (`https://a.cn/(https://b.top)`), so written that it is read as one. */
function closed(url: string): string {
  const end = url.search(ends);
  return end >= 0 && /\.|:\/\//.test(url.slice(end)) ? url.replace(ends, percent) : url;
}

/** With credentials a URL may look like another host's. */
function isRegisteredUrl(text: string, domains: readonly string[]): boolean {
  const url = domains.length === 0 ? null : URL.parse(text);
  return url !== null && url.username === "" && url.password === "" && isRegisteredHost(url.hostname, domains);
}

/** Dots too: QQ's detector takes the host inside for one (see `links.ts`), and what is a sign to Markdown. */
const encode = (url: string): string => encodeURIComponent(url).replace(/[.!'()*~_]/g, percent);
