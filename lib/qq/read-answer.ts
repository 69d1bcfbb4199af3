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

/** What a request went out under; `none` = it sends nothing, as an upload. */
type Under = Permit["kind"] | "none";

/**
 * Reads QQ's answer to a send, the surest sign first: an audit id, a message id, a documented code, words, the status.
 * A 2xx may carry an error or an audit, and an error may carry its code as `err_code` only.
 */
export function readAnswer(response: HttpAnswer, permit: Under, preset: PresetName = "published"): Outcome {
  const signs = readSigns(response);
  return findInAudit(signs) ?? findSent(signs) ?? findMeant(signs, permit, preset) ?? guess(signs);
}

/** What an answer shows of itself. */
type Signs = {
  readonly status: number;
  readonly isOk: boolean;
  readonly body: "json" | "empty" | "foreign";
  /** Empty where the body is none. */
  readonly json: Json;
  readonly codes: readonly number[];
  readonly known: ReturnType<typeof meaningOf>;
  readonly answer: QqAnswer;
};

function readSigns(response: HttpAnswer): Signs {
  const { status } = response;
  const body = readBody(response.text);
  const json = body.kind === "json" ? body.json : undefined;
  const codes = json ? codesIn(json) : [];
  const known = meaningOf(codes);
  return {
    status,
    isOk: status >= 200 && status < 300,
    body: body.kind,
    json: json ?? {},
    codes,
    known,
    answer: describeAnswer(response, json, known?.code ?? codes[0]),
  };
}

function findInAudit({ isOk, known, json, answer }: Signs): Outcome | undefined {
  const auditId = isOk || known?.meaning.as === "in-audit" ? findAuditId(json) : undefined;
  return auditId === undefined ? undefined : { kind: "in-audit", auditId, answer };
}

/** 200 and 204 mean "sent" by themselves; 201 and 202 only say that something is under way. */
function findSent({ isOk, status, body, json, codes, answer }: Signs): Outcome | undefined {
  const messageId = isOk ? readId(json["id"]) : undefined;
  if (messageId !== undefined) return { kind: "sent", messageId, answer };
  const isBare = body !== "foreign" && codes.length === 0 && typeof json["message"] !== "string";
  return isBare && (status === 200 || status === 204) ? { kind: "sent", answer } : undefined;
}

/** 22009, QQ's oldest word for "too many": of a reply, that its window takes no more; under limits by the minute, the pace. */
function findMeant({ known, answer }: Signs, permit: Under, preset: PresetName): Outcome | undefined {
  if (known?.code !== 22009) return known && asOutcome(known.meaning, answer);
  if (permit === "reply") return asOutcome({ as: "window" }, answer);
  return asOutcome({ as: permit === "proactive" && preset === "published" ? "quota" : "rate" }, answer);
}

const guess = ({ status, body, json, answer }: Signs): Outcome =>
  asOutcome(readHint(json["message"]) ?? readStatus(status, body), answer);

/** In `data.message_audit.audit_id` by the pages, bare in answers seen live: looked for wherever it is. */
function findAuditId(value: unknown, depth = 0): string | undefined {
  if (!isObject(value) || depth > 4) return undefined;
  const here = readId(value["audit_id"]);
  if (here !== undefined) return here;
  for (const inner of Object.values(value)) {
    const found = findAuditId(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function asOutcome(meaning: Meaning, answer: QqAnswer): Outcome {
  if (meaning.as === "duplicate" || meaning.as === "unsure") return { kind: meaning.as, answer };
  if (meaning.as === "in-audit") return { kind: "unsure", answer };
  return { kind: "refused", ...meaning, answer };
}
