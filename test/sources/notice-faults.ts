import type { Notice } from "../../lib/model/notice.ts";

/** What keeps a notice from being what `lib/model/notice.ts` promises; empty when nothing does. */
export function noticeFaults(notice: Notice, source = "github"): readonly string[] {
  const { where, what, who } = notice.tally ?? {};
  const texts = [notice.title, ...notice.lines, ...[where, what, who].filter((text) => text !== undefined)];
  const checks = {
    "control characters": texts.some((text) => /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text)),
    "half a character": texts.some((text) => !text.isWellFormed()),
    "empty or padded": texts.some((text) => text === "" || text !== text.trim()),
    "too long": texts.some((text) => text.length > 300 * 16) || notice.lines.length > 11,
    "no http link": notice.link !== undefined && !/^https?:\/\/\S+$/.test(notice.link),
    "no time": new Date(notice.at).toISOString() !== notice.at,
    "no key": !notice.key?.startsWith(`${source}/`),
  };
  return Object.entries(checks).flatMap(([fault, found]) => (found ? [fault] : []));
}
