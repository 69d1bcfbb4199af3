import type { Refusal } from "../../model/refusal.ts";
import { refusalStatus } from "../../model/refusal.ts";
import { nothingSaid } from "./nothing-said.ts";

const words = {
  "unknown-route": "no_service",
  "method-not-allowed": "method_not_allowed",
  unauthorized: "invalid_token",
  unreadable: "invalid_payload",
  invalid: "invalid_payload",
  "too-large": "invalid_payload",
  "unknown-chat": "channel_not_found",
} as const satisfies Record<Refusal["refusal"], string>;

/**
 * Slack's word and status for a refusal. A wrong secret is 403: at 404, and at 400 with `invalid_token`, Healthchecks switches the
 * channel off for good.
 */
export function inSlackWords(refusal: Refusal): { readonly status: number; readonly word: string } {
  if (refusal === nothingSaid) return { status: 400, word: "no_text" };
  const status = { ...refusalStatus, unauthorized: 403, invalid: 400 }[refusal.refusal];
  return { status, word: words[refusal.refusal] };
}
