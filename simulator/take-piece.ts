import * as z from "zod";
import { answerRefusal, ok, type Answer } from "./answer.ts";
import type { Body } from "./body.ts";
import type { Attempt } from "./ledger.ts";
import { recordAttempt } from "./record.ts";
import { refuse } from "./refusal.ts";
import type { Target } from "./scene.ts";
import { takeSend } from "./send.ts";
import type { State } from "./state.ts";

/** QQ's page of 2026 on streamed messages, c2c alone; clients send `event_id` beside `msg_id`, which is read first then. */
const Piece = z.object({
  input_mode: z.enum(["append", "replace"]).default("append"),
  input_state: z.union([z.literal(1), z.literal(10)]).default(1),
  index: z.int().min(0).default(0),
  content_type: z.enum(["text", "markdown"]).default("text"),
  content_raw: z.string().default(""),
  msg_id: z.string().nullish(),
  event_id: z.string().nullish(),
  stream_msg_id: z.string().nullish(),
  msg_seq: z.int().nullish(),
  is_wakeup: z.boolean().nullish(),
});

type Piece = z.infer<typeof Piece>;

/** What a message that comes in pieces may hold in all: no page says so, bots saw it end about there. */
const maxLength = 4_000;

/** Takes one piece. The first is judged and counted like any message; the others belong to it, and change none of its beginning. */
export function takePiece(state: State, target: Target, body: Body, now: number): Answer {
  const read = Piece.safeParse(body);
  if (!read.success) return answerRefusal(refuse(12002, read.error.issues[0]?.path.join(".")), "c2c");
  const piece = read.data;
  return piece.stream_msg_id ? goOn(state, target, piece, piece.stream_msg_id) : begin(state, target, piece, body, now);
}

function begin(state: State, target: Target, piece: Piece, body: Body, now: number): Answer {
  const { content_type: type, content_raw: text, input_state: input, msg_id: message, event_id: event } = piece;
  const content = type === "text" ? { msg_type: 0, content: text } : { msg_type: 2, markdown: { content: text } };
  const anchor = message ? { msg_id: message } : { event_id: event };
  const send = { ...content, ...anchor, msg_seq: piece.msg_seq, is_wakeup: piece.is_wakeup };
  const answer = takeSend(state, target, send, now);
  recordAttempt(state, target, body, answer, now);
  if (answer.kind !== "json" || answer.id === undefined) return answer;
  state.streams.set(answer.id, { target, text, index: piece.index, ended: input === 10 });
  noteText(state.ledger, answer.id, text);
  return ok({ ...(answer.body as object), remain_msg_len: maxLength - text.length });
}

function goOn(state: State, target: Target, piece: Piece, id: string): Answer {
  const stream = state.streams.get(id);
  if (!stream || stream.target.id !== target.id || stream.ended || piece.index <= stream.index)
    return answerRefusal(refuse(12002, "stream_msg_id or index"), "c2c");
  const text = piece.input_mode === "append" ? stream.text + piece.content_raw : piece.content_raw;
  if (!text.startsWith(stream.text)) return answerRefusal(refuse(40007), "c2c");
  if (text.length > maxLength) return answerRefusal(refuse(40054007), "c2c");
  Object.assign(stream, { text, index: piece.index, ended: piece.input_state === 10 });
  noteText(state.ledger, id, text);
  return ok({ id, remain_msg_len: maxLength - text.length });
}

function noteText(ledger: readonly Attempt[], id: string, text: string): void {
  const attempt = ledger.find((one) => one.id === id);
  if (attempt) attempt.streamed = text;
}
