import type { ExactAnswer, Inbound } from "../../model/inbound.ts";
import { inJson } from "../facade/answers.ts";
import { lastSegment } from "../facade/last-segment.ts";

/** The relay as Telegram's clients see it. */
export const self = {
  id: 1,
  is_bot: true,
  first_name: "relay",
  username: "relay_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
} as const;

/** Methods that bring messages (core.telegram.org/bots/api). */
const sends = [
  "sendMessage",
  "sendPhoto",
  "sendDocument",
  "sendMediaGroup",
  "sendAnimation",
  "sendAudio",
  "sendVideo",
  "sendVideoNote",
  "sendVoice",
  "sendSticker",
  "sendLocation",
  "sendVenue",
  "sendContact",
  "sendPoll",
  "sendDice",
] as const;

const told = (result: unknown): ExactAnswer => inJson(200, { ok: true, result });

const cannot = (status: number, description: string): ExactAnswer =>
  inJson(status, { ok: false, error_code: status, description });

/**
 * What brings no message: a client's look at who it is, and what QQ has nothing for. There are no updates: at any other answer a
 * two-way bot would ask for them without end.
 */
const asides: Readonly<Record<string, ExactAnswer>> = {
  getMe: told(self),
  getUpdates: cannot(
    409,
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  ),
  setWebhook: cannot(400, "Bad Request: bad webhook: this bot hears nothing"),
  deleteWebhook: told(true),
  getWebhookInfo: told({ url: "", has_custom_certificate: false, pending_update_count: 0 }),
  sendChatAction: told(true),
  setMyCommands: told(true),
  deleteMyCommands: told(true),
  getMyCommands: told([]),
  editMessageText: cannot(400, "Bad Request: message can't be edited"),
  editMessageCaption: cannot(400, "Bad Request: message can't be edited"),
  editMessageReplyMarkup: cannot(400, "Bad Request: message can't be edited"),
  deleteMessage: cannot(400, "Bad Request: message can't be deleted for everyone"),
  pinChatMessage: cannot(400, "Bad Request: not enough rights to manage pinned messages in the chat"),
};

/** By their names in lower case, since Telegram takes a method's name in any. */
const asideOf = new Map(Object.entries(asides).map(([name, answer]) => [name.toLowerCase(), answer]));

const methods: readonly string[] = [...sends, ...Object.keys(asides)];
const names: ReadonlySet<string> = new Set(methods.map((method) => method.toLowerCase()));

/** All that may stand behind the address: a method, with the bot's token before it or, where the address ends with it, without. */
export const paths: Readonly<Record<string, readonly ("GET" | "POST")[]>> = Object.fromEntries(
  ["", ...methods, ...names]
    .flatMap((method) => [method, method === "" ? "bot:token" : `bot:token/${method}`])
    .map((path) => [path, ["GET", "POST"]]),
);

/** The method that a request calls, in lower case. */
export const methodOf = (inbound: Pick<Inbound, "path" | "rest">): string => {
  const name = lastSegment(inbound).toLowerCase();
  return names.has(name) ? name : "";
};

/** Answers what brings no message. */
export const answerAside = (inbound: Inbound): ExactAnswer | undefined => asideOf.get(methodOf(inbound));
