import type { Answer } from "../model/inbound.ts";
import { type Refusal, refusalStatus } from "../model/refusal.ts";

/** A refusal as the sender sees it: the word for programs, the sentence for people. */
export const refused = (refusal: Refusal): Answer => ({
  status: refusalStatus[refusal.refusal],
  ...(refusal.refusal === "method-not-allowed" && { headers: { Allow: "POST" } }),
  body: { error: refusal.refusal, message: refusal.message },
});
