import { findLinks } from "../../base/find-links.ts";

/** Every sign of QQ's dialect, and what a Markdown reader may take for HTML, a table or an entity. */
const signs = /[\\`*_[\]~\-(#!><)|]|&(?=#?\w{1,31};)/g;
const listStart = /^(\d{1,9})(?=\.)|^(?=\+)/;

const escapeSigns = (text: string): string => text.replace(signs, "\\$&");

/**
 * Foreign text, one line without leading space, that reads as itself wherever it stands. Links are written `<https://…>`,
 * the one form in which their own signs need no backslash.
 */
export function escapeMarkdown(text: string): string {
  let escaped = "";
  let at = 0;
  for (const { start, end } of findLinks(text)) {
    escaped += `${escapeSigns(text.slice(at, start))}<${text.slice(start, end)}>`;
    at = end;
  }
  return (escaped + escapeSigns(text.slice(at))).replace(listStart, "$1\\");
}
