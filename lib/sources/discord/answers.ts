import type { ExactAnswer, Inbound } from "../../model/inbound.ts";
import { type Refusal, refusalStatus } from "../../model/refusal.ts";
import { empty, inJson, inText, numberOf } from "../facade/answers.ts";
import { nothingSaid } from "../facade/nothing-said.ts";

/** The webhook as Discord shows it to whoever has its address; the secret is not shown. */
const webhook = {
  application_id: null,
  avatar: null,
  channel_id: "1",
  guild_id: "1",
  id: "1",
  name: "qq-relay",
  type: 1,
  token: "",
} as const;

/** Uptime Kuma looks at the webhook before each message. */
export const showWebhook = ({ method }: Inbound): ExactAnswer | undefined =>
  method === "GET" ? inJson(200, webhook) : undefined;

const isTrue = (value = ""): boolean => ["true", "1"].includes(value.toLowerCase());

/** `ok` for a body in Slack's shape; the message where the client waits for it (Zabbix, discord.js); else nothing (diun takes but 204). */
export function tellTaken({ rest = [], query, at }: Inbound, delivery: string): ExactAnswer {
  if (rest.at(-1) === "slack") return inText(200, "ok");
  return isTrue(query["wait"]) ? inJson(200, messageOf(String(numberOf(delivery)), at)) : empty(204);
}

const messageOf = (id: string, at: Date) => ({
  id,
  type: 0,
  content: "",
  channel_id: webhook.channel_id,
  author: { id: webhook.id, username: webhook.name, avatar: null, discriminator: "0000", public_flags: 0, bot: true },
  attachments: [],
  embeds: [],
  mentions: [],
  mention_roles: [],
  pinned: false,
  mention_everyone: false,
  tts: false,
  timestamp: at.toISOString(),
  edited_timestamp: null,
  flags: 0,
  components: [],
  webhook_id: webhook.id,
});

const errors = {
  "unknown-route": { code: 10_015, message: "Unknown Webhook" },
  "method-not-allowed": { code: 0, message: "405: Method Not Allowed" },
  unauthorized: { code: 50_027, message: "Invalid Webhook Token" },
  unreadable: { code: 50_109, message: "The request body contains invalid JSON." },
  invalid: { code: 50_035, message: "Invalid Form Body" },
  "too-large": { code: 40_005, message: "Request entity too large" },
  "unknown-chat": { code: 10_003, message: "Unknown Channel" },
} as const satisfies Record<Refusal["refusal"], { readonly code: number; readonly message: string }>;

/** Discord's words and codes for a refusal. A wrong secret is 401, since at 404 Healthchecks switches the channel off for good. */
export function tellRefused(refusal: Refusal): ExactAnswer {
  if (refusal === nothingSaid) return inJson(400, { message: "Cannot send an empty message", code: 50_006 });
  const { code, message } = errors[refusal.refusal];
  const status = refusal.refusal === "invalid" ? 400 : refusalStatus[refusal.refusal];
  return inJson(status, { message, code });
}
