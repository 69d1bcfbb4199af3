import { readUrl } from "./links.ts";
import { type LinkRule, shownUrl } from "./shown-url.ts";

/** A whole value that is a URL, as the policy shows it, empty where it shows none; undefined for any other value. */
export function customUrl(value: string, rule: LinkRule): string | undefined {
  const url = /^https?:\/\/\S+$/i.test(value) ? readUrl(value) : undefined;
  return url && (shownUrl(url, rule) ?? "");
}
