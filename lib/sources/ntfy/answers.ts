import { createHash } from "node:crypto";
import { hour, second } from "../../base/time.ts";
import { topFields } from "../../base/top-fields.ts";
import type { ExactAnswer, Inbound } from "../../model/inbound.ts";
import type { Refusal } from "../../model/refusal.ts";
import { inJson } from "../facade/answers.ts";
import { textOf } from "../facade/text-of.ts";
import { readParam } from "./params.ts";
import { namedTopic, ownSegment } from "./topic.ts";

/** In characters: ntfy's own limit for a message (4 kB); it is echoed, so that a client sees what was understood. */
const maxMessage = 4_096;

/** Twelve letters and digits, as ntfy's ids are; the same for a repeat. */
const idOf = (delivery: string): string =>
  createHash("sha256").update(delivery).digest("base64").replace(/[+/=]/g, "").slice(0, 12);

const seconds = (ms: number): number => Math.floor(ms / second);

/** The message as ntfy's server answers it; acme.sh looks for `expires`. */
export function tellTaken(inbound: Inbound, delivery: string): ExactAnswer {
  const fields = topFields(inbound, maxMessage * 4);
  const inBody = textOf(fields.get("topic"));
  const at = inbound.at.getTime();
  return inJson(200, {
    id: idOf(delivery),
    time: seconds(at),
    expires: seconds(at + 12 * hour),
    event: "message",
    topic: namedTopic(inbound, inBody) ?? (ownSegment(inbound) || inBody),
    message: messageOf(inbound, textOf(fields.get("message"))).slice(0, maxMessage),
  });
}

function messageOf(inbound: Inbound, inFields: string | undefined): string {
  const beside = readParam(inbound, "message");
  const file = readParam(inbound, "filename");
  if (file !== undefined) return beside ?? `You received a file: ${file}`;
  return inFields ?? wordsOf(inbound) ?? beside ?? "triggered";
}

/** A body that is words: neither JSON nor a file. */
function wordsOf({ body }: Inbound): string | undefined {
  if (body.byteLength > maxMessage) return undefined;
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8").trim();
  return text === "" || text.startsWith("{") || text.includes("\uFFFD") ? undefined : text;
}

type Told = { readonly code: number; readonly http: number; readonly error: string; readonly link?: string };

const notFound: Told = { code: 40_401, http: 404, error: "page not found" };

/** Codes of ntfy's server (server/errors.go). It knows no 405: a method that a path does not have is a page that is not found. */
const errors = {
  "unknown-route": notFound,
  "method-not-allowed": notFound,
  unauthorized: {
    code: 40_101,
    http: 401,
    error: "unauthorized",
    link: "https://ntfy.sh/docs/publish/#authentication",
  },
  unreadable: { code: 40_024, http: 400, error: "invalid request: request body must be valid JSON" },
  invalid: { code: 40_000, http: 400, error: "invalid request" },
  "too-large": {
    code: 41_301,
    http: 413,
    error: "attachment too large, or bandwidth limit reached",
    link: "https://ntfy.sh/docs/publish/#limitations",
  },
  "unknown-chat": notFound,
} as const satisfies Record<Refusal["refusal"], Told>;

/** ntfy's words and codes for a refusal; what is wrong with a request is told behind its `invalid request`. */
export function tellRefused({ refusal, message }: Refusal): ExactAnswer {
  const told: Told = errors[refusal];
  const isWrong = refusal === "invalid" || refusal === "unreadable";
  return inJson(told.http, { ...told, ...(isWrong && { error: `${told.error}: ${message}` }) });
}
