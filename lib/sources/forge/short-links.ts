import { findLinks } from "../../base/find-links.ts";

const page =
  /^https:\/\/([\w.-]+)\/([\w.-]+\/[\w.-]+)(?:\/(issues|pulls?|discussions|commit|compare)\/([^\s/?#]+)[^\s]*)?$/;

/** GitLab's repositories are in groups of any depth, and end before `/-/`. */
const deepPage =
  /^https:\/\/([\w.-]+)\/([\w.-]+(?:\/[\w.-]+){1,20})\/-\/(issues|work_items|merge_requests|commit|compare)\/([^\s/?#]+)\S*$/;

/** The repository of any of its pages. */
const home = /^https:\/\/([\w.-]+)\/([\w.-]+\/[\w.-]+)/;
const deepHome = /^https:\/\/([\w.-]+)\/([\w.-]+(?:\/[\w.-]+){1,20}?)\/-\//;

const readPage = (url: string) => deepPage.exec(url) ?? page.exec(url) ?? [];

/** `#12`, `octo/app#12`, `1a2b3c4`, `v1...v2`: as the forge itself shows the address of one of its pages. */
function shortLink(url: string, here: string): string {
  const [, host, repo, kind, name = ""] = readPage(url);
  if (kind === undefined || repo === undefined) return url;
  const elsewhere = here === `${host}/${repo}` ? "" : repo;
  if (kind === "commit")
    return /^[0-9a-f]{7,64}$/.test(name) ? `${elsewhere && `${elsewhere}@`}${name.slice(0, 7)}` : url;
  if (kind === "compare") return `${elsewhere && `${elsewhere}@`}${name}`;
  return /^\d{1,12}$/.test(name) ? `${elsewhere}${kind === "merge_requests" ? "!" : "#"}${name}` : url;
}

/** A text with the addresses of the forge's pages in words. `from` is a page of the repository that the text belongs to. */
export function shortLinks(text: string, from: string | null | undefined): string {
  const [, host, repo] = deepHome.exec(from ?? "") ?? home.exec(from ?? "") ?? [];
  if (host === undefined || repo === undefined) return text;
  let told = "";
  let at = 0;
  for (const { start, end } of findLinks(text)) {
    const url = text.slice(start, end);
    const isOurs = url.startsWith(`https://${host}/`);
    told += text.slice(at, start) + (isOurs ? shortLink(url, `${host}/${repo}`) : url);
    at = end;
  }
  return told + text.slice(at);
}
