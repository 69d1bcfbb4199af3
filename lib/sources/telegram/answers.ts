import type { ExactAnswer, Inbound } from "../../model/inbound.ts";
import type { Refusal } from "../../model/refusal.ts";
import { inJson, numberOf } from "../facade/answers.ts";
import { nothingSaid } from "../facade/nothing-said.ts";
import { sentFields } from "../facade/sent-fields.ts";
import { methodOf, self } from "./methods.ts";

/** A chat as Telegram tells it: its id is a number, for which Go's clients have no other type. */
function chatOf(sent: string | undefined): object {
  if (sent !== undefined && /^-?\d{1,15}$/.test(sent)) {
    const id = Number(sent);
    return id < 0
      ? { id, title: self.first_name, type: "supergroup" }
      : { id, first_name: self.first_name, type: "private" };
  }
  const username = /^@(\w{1,32})$/.exec(sent ?? "")?.[1];
  return { id: self.id, ...(username && { title: username, username }), type: "channel" };
}

/** A file that a client looks for in the answer to what it sent; there is none to be had again. */
const fileOf = (id: number) => ({ file_id: `relay-${id}`, file_unique_id: `relay-${id}` });

/** What clients read of a message besides its words, by the method that sent it. */
const contents: Readonly<Record<string, (file: ReturnType<typeof fileOf>) => object>> = {
  sendphoto: (file) => ({ photo: [{ ...file, width: 1, height: 1 }] }),
  senddocument: (document) => ({ document }),
  sendanimation: (file) => ({ animation: { ...file, width: 1, height: 1, duration: 0 } }),
  sendaudio: (file) => ({ audio: { ...file, duration: 0 } }),
  sendvideo: (file) => ({ video: { ...file, width: 1, height: 1, duration: 0 } }),
  sendvoice: (file) => ({ voice: { ...file, duration: 0 } }),
};

/** The message that was sent, as Telegram answers it; of a group of media a list with it. */
export function tellTaken(inbound: Inbound, delivery: string): ExactAnswer {
  const method = methodOf(inbound);
  const sent = sentFields(inbound);
  const id = numberOf(delivery);
  const content = Object.hasOwn(contents, method) ? contents[method]?.(fileOf(id)) : undefined;
  const [text, caption] = [sent("text"), sent("caption")];
  const message = {
    message_id: id,
    from: { id: self.id, is_bot: self.is_bot, first_name: self.first_name, username: self.username },
    chat: chatOf(sent("chat_id")),
    date: Math.floor(inbound.at.getTime() / 1_000),
    ...content,
    ...(content ? caption !== undefined && { caption } : text !== undefined && { text }),
  };
  return inJson(200, { ok: true, result: method === "sendmediagroup" ? [message] : message });
}

const errors = {
  "unknown-route": { status: 404, description: "Not Found" },
  "method-not-allowed": { status: 405, description: "Method Not Allowed" },
  unauthorized: { status: 401, description: "Unauthorized" },
  unreadable: { status: 400, description: "Bad Request: can't parse the request" },
  invalid: { status: 400, description: "Bad Request: can't parse the request" },
  "too-large": { status: 413, description: "Request Entity Too Large" },
  "unknown-chat": { status: 400, description: "Bad Request: chat not found" },
} as const satisfies Record<Refusal["refusal"], { readonly status: number; readonly description: string }>;

/** Telegram's words for a refusal, whose code is its status. */
export function tellRefused(refusal: Refusal): ExactAnswer {
  const { status, description } = errors[refusal.refusal];
  const words = refusal === nothingSaid ? "Bad Request: message text is empty" : description;
  return inJson(status, { ok: false, error_code: status, description: words });
}
