import { second } from "../../base/time.ts";
import type { ExactAnswer, Inbound } from "../../model/inbound.ts";
import { type Refusal, refusalStatus } from "../../model/refusal.ts";
import { inJson } from "../facade/answers.ts";

const answer = (code: number, message: string, { at }: Inbound): ExactAnswer =>
  inJson(code, { code, message, timestamp: Math.floor(at.getTime() / second) });

/** What Bark's server answers (Finb/bark-server, `router.go`): the code is the status, `timestamp` in seconds. */
export const tellTaken = (inbound: Inbound): ExactAnswer => answer(200, "success", inbound);

const words: Readonly<Partial<Record<Refusal["refusal"], string>>> = {
  "unknown-route": "Not Found",
  "method-not-allowed": "Method Not Allowed",
  unauthorized: "failed to get device token",
  "too-large": "Request Entity Too Large",
  "unknown-chat": "failed to get device token",
};

/** Bark's server answers 400 to a key that it does not know, as to a body that it cannot read. */
export function tellRefused({ refusal, message }: Refusal, inbound: Inbound): ExactAnswer {
  const status = ["unauthorized", "unknown-chat", "invalid"].includes(refusal) ? 400 : refusalStatus[refusal];
  return answer(status, words[refusal] ?? `request bind failed: ${message}`, inbound);
}
