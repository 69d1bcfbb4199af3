import { statusOf, texts } from "./errors.ts";
import type { Refusal } from "./refusal.ts";
import type { SceneName } from "./scene.ts";
import { unreachable } from "./unreachable.ts";

/** What the simulator answers. `error` gets QQ's error body; `cut` closes the connection without a word. */
export type Answer =
  | { readonly kind: "json"; readonly status: number; readonly body: unknown; readonly id?: string }
  | {
      readonly kind: "error";
      readonly status: number;
      readonly code?: number;
      readonly message: string;
      readonly auditId?: string;
    }
  | { readonly kind: "html"; readonly status: number }
  | { readonly kind: "empty"; readonly status: number }
  | { readonly kind: "cut" };

export const ok = (body: unknown): Answer => ({ kind: "json", status: 200, body });

export const failed = (status: number, message: string): Answer => ({ kind: "error", status, message });

export function answerRefusal({ code, status, detail }: Omit<Refusal, "kind">, scene?: SceneName): Answer {
  if (code === undefined) return failed(status ?? 400, detail ?? "request refused");
  const text = texts[code] ?? "refused by the simulator";
  const message = detail === undefined ? text : `${text.trimEnd()} ${detail}`;
  return { kind: "error", status: status ?? statusOf(code, scene), code, message };
}

/** The second number that comes with some codes; the others repeat themselves. */
const twins: Readonly<Record<number, number>> = { 11298: 40023002 };

/** The body of an answer as text; undefined where there is none. */
export function writeAnswer(answer: Exclude<Answer, { kind: "cut" }>, traceId: string): string | undefined {
  switch (answer.kind) {
    case "json":
      return JSON.stringify(answer.body);
    case "error":
      return JSON.stringify({
        message: answer.message,
        ...(answer.code !== undefined && { code: answer.code, err_code: twins[answer.code] ?? answer.code }),
        ...(answer.auditId !== undefined && { data: { message_audit: { audit_id: answer.auditId } } }),
        trace_id: traceId,
      });
    case "html":
      return `<html><head><title>${answer.status}</title></head><body><center>${answer.status}</center></body></html>`;
    case "empty":
      return undefined;
    default:
      return unreachable(answer);
  }
}
