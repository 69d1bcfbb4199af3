import { findLinks } from "../../base/find-links.ts";

const page =
  /^https:\/\/([\w.-]+)\/([\w.-]+\/[\w.-]+)(?:\/(issues|pull|discussions|commit|compare)\/([^\s/?#]+)[^\s]*)?$/;

/** `#12`, `octo/app#12`, `1a2b3c4`, `v1...v2`: as GitHub itself shows the address of one of its pages. */
function shortLink(url: string, home: string | undefined): string {
  const [, host, repo, kind, name = ""] = page.exec(url) ?? [];
  if (kind === undefined || repo === undefined) return url;
  const elsewhere = home === `${host}/${repo}` ? "" : repo;
  if (kind === "commit")
    return /^[0-9a-f]{7,64}$/.test(name) ? `${elsewhere && `${elsewhere}@`}${name.slice(0, 7)}` : url;
  if (kind === "compare") return `${elsewhere && `${elsewhere}@`}${name}`;
  return /^\d{1,12}$/.test(name) ? `${elsewhere}#${name}` : url;
}

/** A text with the addresses of GitHub's pages in words. `from` is a page of the repository that the text belongs to. */
export function shortLinks(text: string, from: string | null | undefined): string {
  const [, host, repo] = page.exec(from ?? "") ?? /^https:\/\/([\w.-]+)\/([\w.-]+\/[\w.-]+)/.exec(from ?? "") ?? [];
  if (host === undefined || repo === undefined) return text;
  let told = "";
  let at = 0;
  for (const { start, end } of findLinks(text)) {
    const url = text.slice(start, end);
    const isHere = url.startsWith(`https://${host}/`);
    told += text.slice(at, start) + (isHere ? shortLink(url, `${host}/${repo}`) : url);
    at = end;
  }
  return told + text.slice(at);
}
