import type { PresetName } from "../model/limits.ts";
import type { Outcome, QqAnswer } from "../model/outcome.ts";
import type { Permit } from "../model/permit.ts";
import { meaningOf } from "./codes.ts";
import type { Meaning } from "./codes/meaning.ts";
import { codesIn, describeAnswer } from "./describe-answer.ts";
import { isObject } from "../base/is-object.ts";
import { readBody, readId, type HttpAnswer, type Json } from "./read-body.ts";
import { readHint } from "./read-hint.ts";
import { readStatus } from "./read-status.ts";

/**
 * Reads QQ's answer to a send, the surest sign first: an audit id, a message id, a documented code, words, the status.
 * A 2xx may carry an error or an audit, and an error may carry its code as `err_code` only.
 */
export function readAnswer(response: HttpAnswer, permit: Permit["kind"], preset: PresetName = "published"): Outcome {
  const body = readBody(response.text);
  const json = body.kind === "json" ? body.json : undefined;
  const found = json ? codesIn(json) : [];
  const known = meaningOf(found);
  const answer = describeAnswer(response, json, known?.code ?? found[0]);
  const ok = response.status >= 200 && response.status < 300;

  const auditId = ok || known?.meaning.as === "in-audit" ? findAuditId(json) : undefined;
  if (auditId) return { kind: "in-audit", auditId, answer };

  const messageId = ok ? readId(json?.["id"]) : undefined;
  if (messageId) return { kind: "sent", messageId, answer };
  if (isBareOk(response.status, body.kind, json, found)) return { kind: "sent", answer };

  if (known) return asOutcome(known.code === 22009 ? readLimit(permit, preset) : known.meaning, answer);
  return asOutcome(readHint(json?.["message"]) ?? readStatus(response.status, body.kind), answer);
}

/** 200 and 204 mean "ok" by themselves; 201 and 202 only say that something is under way. */
const isBareOk = (
  status: number,
  body: "json" | "empty" | "foreign",
  json: Json | undefined,
  found: readonly number[],
) =>
  (status === 200 || status === 204) &&
  body !== "foreign" &&
  found.length === 0 &&
  typeof json?.["message"] !== "string";

/** 22009, QQ's oldest word for "too many": under limits by the minute, and for a reply, it means the pace. */
const readLimit = (permit: Permit["kind"], preset: PresetName): Meaning =>
  permit === "proactive" && preset === "published" ? { as: "quota" } : { as: "rate" };

/** In `data.message_audit.audit_id` by the pages, bare in answers seen live: looked for wherever it is. */
function findAuditId(value: unknown, depth = 0): string | undefined {
  if (!isObject(value) || depth > 4) return undefined;
  const here = readId(value["audit_id"]);
  if (here) return here;
  for (const inner of Object.values(value)) {
    const found = findAuditId(inner, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function asOutcome(meaning: Meaning, answer: QqAnswer): Outcome {
  if (meaning.as === "duplicate" || meaning.as === "unsure") return { kind: meaning.as, answer };
  if (meaning.as === "in-audit") return { kind: "unsure", answer };
  return { kind: "refused", ...meaning, answer };
}
