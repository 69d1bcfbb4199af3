import type { ExactAnswer, Inbound } from "../../model/inbound.ts";
import type { Refusal } from "../../model/refusal.ts";
import { inJson, numberOf } from "../facade/answers.ts";
import { lastSegment } from "../facade/last-segment.ts";
import { isMilky } from "./actions.ts";

/** What OneBot and Milky answer to a message: acme.sh looks for `"status":"ok"` and `"retcode":0`, without spaces. */
export function tellTaken(inbound: Inbound, delivery: string): ExactAnswer {
  const id = numberOf(delivery);
  const ok = (data: unknown) => inJson(200, { status: "ok", retcode: 0, data });
  if (isMilky(inbound)) return ok({ message_seq: id, time: Math.floor(inbound.at.getTime() / 1_000) });
  const action = lastSegment(inbound);
  if (/_(?:async|rate_limited)$/.test(action)) return inJson(200, { status: "async", retcode: 1, data: null });
  return ok(action.includes("forward") ? { message_id: id, forward_id: String(id) } : { message_id: id });
}

/** OneBot's return codes, and HTTP's where they differ from 200 (onebot-11, "communication/http.md"). */
const errors = {
  "unknown-route": { status: 404, retcode: 1404 },
  "method-not-allowed": { status: 405, retcode: 1405 },
  unauthorized: { status: 403, retcode: 1403 },
  unreadable: { status: 400, retcode: 1400 },
  invalid: { status: 200, retcode: 1400 },
  "too-large": { status: 413, retcode: 1400 },
  "unknown-chat": { status: 200, retcode: 1404 },
} as const satisfies Record<Refusal["refusal"], { readonly status: number; readonly retcode: number }>;

/** A request that brings a token is told that it is the wrong one; one without is asked for it. */
const hasToken = ({ key, query, headers }: Inbound): boolean =>
  [key, query["key"], query["access_token"], headers["authorization"]].some(Boolean);

/** OneBot's words for a refusal, with go-cqhttp's `wording`; Milky's, which has codes below 0 and one status for tokens. */
export function tellRefused({ refusal, message }: Refusal, inbound: Inbound): ExactAnswer {
  const { status, retcode } = errors[refusal];
  const isMissing = refusal === "unauthorized" && (isMilky(inbound) || !hasToken(inbound));
  if (isMilky(inbound)) {
    const code = isMissing ? -401 : 1_000 - retcode;
    return inJson(isMissing ? 401 : status, { status: "failed", retcode: code, message });
  }
  const own = isMissing ? { status: 401, retcode: 1401 } : { status, retcode };
  return inJson(own.status, { status: "failed", retcode: own.retcode, data: null, message, wording: message });
}
