import { accountCodes } from "./codes/account.ts";
import { otherCallCodes, codeRanges } from "./codes/other-calls.ts";
import { guildCodes } from "./codes/guild.ts";
import type { Family, Meaning } from "./codes/meaning.ts";
import { v2Codes } from "./codes/v2.ts";

/** What each documented code of the send path asks of us. Data only; a code that is not here is judged by its HTTP status. */
export const codes: Family = { ...otherCallCodes, ...accountCodes, ...guildCodes, ...v2Codes };

/** Meaning of the first of `found` (`code`, then `err_code`) that QQ documents: by number before by range. */
export function meaningOf(found: readonly number[]): { readonly code: number; readonly meaning: Meaning } | undefined {
  for (const look of [exactly, byRange]) {
    for (const code of found) {
      const meaning = look(code);
      if (meaning) return { code, meaning };
    }
  }
  return undefined;
}

const exactly = (code: number): Meaning | undefined => codes[code];

const byRange = (code: number): Meaning | undefined => {
  const range = codeRanges.find(({ from, to }) => code >= from && code <= to);
  return range && { as: range.as };
};

/** Codes that say "not delivered, try again": 304082 and 304083 as QQ's pages ask, and every other passing fault. */
export const retrySet: ReadonlySet<number> = new Set(
  Object.entries(codes)
    .filter(([, meaning]) => meaning.as === "again" || meaning.as === "media")
    .map(([code]) => Number(code)),
);
