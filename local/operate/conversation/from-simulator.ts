import type * as z from "zod";
import type { Delivery } from "../../../lib/model/delivery.ts";
import type { ConversationAnswer } from "../console-answers.ts";
import type { Attempt, Recorded, Spoken } from "./ask-simulator.ts";

export type Message = z.output<typeof ConversationAnswer>["messages"][number];

/** What QQ's simulator got and heard at a conversation, oldest first, with which deliveries each message told. */
export function messagesOf({ attempts, spoken }: Recorded, deliveries: readonly Delivery[]): readonly Message[] {
  const told = Map.groupBy(deliveries, ({ messageId, auditId }) => messageId ?? auditId ?? "");
  const toldBy = ({ id, audit_id }: Attempt): Message["deliveries"] =>
    [id, audit_id].flatMap((name) => (name ? (told.get(name) ?? []) : [])).map(({ id, route }) => ({ id, route }));
  const sent = attempts.map((attempt) => ({ ...messageOf(attempt), deliveries: toldBy(attempt) }));
  return [...sent, ...spoken.map(speechOf)].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const messageOf = (attempt: Attempt): Omit<Message, "deliveries"> => ({
  ...(attempt.id != null && { id: attempt.id }),
  at: new Date(attempt.at).toISOString(),
  from: "bot",
  body: (attempt.body ?? {}) as Readonly<Record<string, unknown>>,
  state: stateOf(attempt),
  ...(attempt.code !== null && attempt.code !== 0 && { code: attempt.code }),
  permit: attempt.permit,
});

function stateOf({ status, code, id, audit_id, recalled }: Attempt): Message["state"] {
  if (recalled) return "recalled";
  if (status === null) return "unsure";
  if (code === 0 || id != null) return "sent";
  return audit_id == null ? "refused" : "audit";
}

const speechOf = ({ at, user, text, msg_id }: Spoken): Message => ({
  ...(msg_id != null && { id: msg_id }),
  at: new Date(at).toISOString(),
  from: "user",
  ...(user != null && { name: user }),
  text,
  state: "sent",
  deliveries: [],
});
