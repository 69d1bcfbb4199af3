import { day } from "../../base/time.ts";
import type { Outcome } from "../../model/outcome.ts";
import { readAnswer } from "../read-answer.ts";
import { type HttpAnswer, partOf, readBody } from "../read-body.ts";
import type { Refused } from "../read-token.ts";

/** Where the gateway is. `remaining`: sessions that may be started still; `resetAfter`: in how many ms there are more. */
export type GatewayAddress = {
  readonly kind: "told";
  readonly url: string;
  readonly remaining?: number;
  readonly resetAfter?: number;
};

/** Reads QQ's answer to `GET /gateway/bot` or `GET /gateway` (its page on the WebSocket way), which has no limits. */
export function readAddress(response: HttpAnswer): GatewayAddress | Refused {
  const body = readBody(response.text);
  const json = body.kind === "json" ? body.json : {};
  const url = json["url"];
  if (response.status === 200 && typeof url === "string" && isGateway(url)) {
    const limit = partOf(json["session_start_limit"]);
    const remaining = countOf(limit["remaining"]);
    const resetAfter = countOf(limit["reset_after"]);
    return {
      kind: "told",
      url,
      ...(remaining !== undefined && { remaining }),
      ...(resetAfter !== undefined && { resetAfter: Math.min(resetAfter, day) }),
    };
  }
  const outcome: Outcome = readAnswer(response, "none");
  return outcome.kind === "refused"
    ? outcome
    : { kind: "refused", as: "again", answer: { ...outcome.answer, message: "no address of a gateway in the answer" } };
}

/** Hosts that may be spoken to without TLS: a simulator on this machine. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function isGateway(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.hash !== "" || url.username !== "") return false;
  return url.protocol === "wss:" || (url.protocol === "ws:" && loopback.test(url.hostname));
}

const countOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
