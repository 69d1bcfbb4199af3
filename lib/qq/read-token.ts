import type { Outcome } from "../model/outcome.ts";
import { retrySet } from "./codes.ts";
import { codesIn, describeAnswer } from "./describe-answer.ts";
import { readBody, type HttpAnswer } from "./read-body.ts";

export type Refused = Extract<Outcome, { readonly kind: "refused" }>;

/**
 * Reads the answer of QQ's token endpoint, which says no with HTTP 200 and a code. `expires_in` (seconds) is a string in
 * QQ's sample and a number in its table. 10004 means "no such bot" here, "unknown guild" everywhere else.
 */
export function readToken(response: HttpAnswer): { readonly token: string; readonly expiresIn: number } | Refused {
  const body = readBody(response.text);
  const json = body.kind === "json" ? body.json : {};
  const token = json["access_token"];
  const expiresIn = Number(json["expires_in"]);
  // What goes into a header must be printable; an empty one would be refused by the client, not by QQ.
  if (typeof token === "string" && /^[\x21-\x7e]+$/.test(token) && expiresIn > 0) return { token, expiresIn };

  const [code] = codesIn(json);
  const answer = describeAnswer(response, json, code);
  return {
    kind: "refused",
    as: refusedAs(response.status, code),
    answer: { ...answer, message: tell(answer.message) },
  };
}

function refusedAs(status: number, code: number | undefined): Refused["as"] {
  if (code === 100_001 || status === 429) return "rate";
  if (code !== undefined) return retrySet.has(code) ? "again" : "config";
  return status >= 400 && status < 500 ? "config" : "again";
}

const tell = (message = "no token in the answer"): string => `access token: ${message}`;
