import { isRefusal } from "../../model/refusal.ts";
import { parseJson } from "../read-json.ts";

/** In characters: what templates make is short. */
const maxLength = 250_000;

const raw = { "\n": "\\n", "\r": "\\r", "\t": "\\t" } as const;

const escaped = (sign: string): string => raw[sign as keyof typeof raw] ?? " ";

/**
 * JSON that a hand-written template made, read once more: escapes that JSON does not know stay as they stand (`\.`), and control
 * characters inside strings count as what they are. Undefined where that does not help.
 */
export function parseLeniently(text: string): { readonly json: unknown } | undefined {
  if (text.length > maxLength) return undefined;
  const parsed = parseJson(mend(text));
  return isRefusal(parsed) ? undefined : parsed;
}

/** One pass over what matters in a string, so that no text takes longer than its length. */
function mend(text: string): string {
  let inString = false;
  // eslint-disable-next-line no-control-regex -- what JSON forbids and templates send
  return text.replace(/\\(?:u[0-9a-f]{4}|[\s\S])|["\u0000-\u001f]/gi, (found) => {
    if (found === '"') inString = !inString;
    if (!inString || found === '"') return found;
    return found.startsWith("\\") ? mendEscape(found) : escaped(found);
  });
}

function mendEscape(escape: string): string {
  const sign = escape.slice(1);
  if (sign.length > 1 || /["\\/bfnrt]/.test(sign)) return escape;
  return `\\\\${sign < " " ? escaped(sign) : sign}`;
}
