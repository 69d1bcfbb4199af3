import type { Answer } from "./answer.ts";
import type { Target } from "./scene.ts";

/**
 * One attempt to send. `status` and `code` are what was answered (`code` 0 on success, null when the answer carried
 * none; both null when the connection was cut before anything happened). An answer lost by `drop: "after"` is listed as
 * it would have been read. `id` is the message's, once it is out; `audit_id` while or since a person looked at it.
 */
export type Attempt = {
  readonly at: string;
  readonly scene: Target["scene"];
  readonly target: string;
  readonly status: number | null;
  readonly code: number | null;
  /** The words that came with a refusal. */
  readonly message?: string;
  readonly permit: "proactive" | "msg" | "event";
  readonly body: unknown;
  readonly audit_id?: string;
  id?: string;
  recalled?: true;
  /** The text of a message that comes in pieces, as far as it came. */
  streamed?: string;
};

const permitOf = (body: unknown): Attempt["permit"] => {
  const has = (field: string): boolean =>
    typeof body === "object" && body !== null && Boolean((body as Record<string, unknown>)[field]);
  if (has("msg_id")) return "msg";
  return has("event_id") ? "event" : "proactive";
};

function codeOf(answer: Answer): number | null {
  if (answer.kind === "json") return 0;
  return answer.kind === "error" ? (answer.code ?? null) : null;
}

export function writeAttempt(target: Target, body: unknown, answer: Answer, now: number): Attempt {
  return {
    at: new Date(now).toISOString(),
    scene: target.scene,
    target: target.id,
    status: answer.kind === "cut" ? null : answer.status,
    code: codeOf(answer),
    permit: permitOf(body),
    body,
    ...(answer.kind === "error" && { message: answer.message }),
    ...(answer.kind === "json" && answer.id !== undefined && { id: answer.id }),
    ...(answer.kind === "error" && answer.auditId !== undefined && { audit_id: answer.auditId }),
  };
}
