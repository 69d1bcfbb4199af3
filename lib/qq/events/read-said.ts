import type { Heard, Speaker } from "../../model/heard.ts";
import type { Wire } from "../../model/scene.ts";
import { isJson, type Json } from "../read-body.ts";

/** `<@!id>` and `<@id>` in guilds, `<qqbot-at-user id="…" />` in groups: QQ leaves them in some events, not in others. */
const mention = /<@!?[^<>\s]+>|<qqbot-at-user\b[^<>]*>/g;

/** What a person said, mentions taken out; the guild API escapes `& < >`, in both directions. */
export function readSaid({ content }: Json, speaker: Speaker, wire: Wire): Pick<Heard, "said"> {
  if (typeof content !== "string") return {};
  const text = withoutMentions(content);
  return { said: { text: wire === "guild" ? unescape(text) : text, speaker } };
}

/**
 * Whether a message is meant for a bot, where every message of a conversation is told: it names one, or begins like a
 * command. People who talk among themselves must not set off commands.
 */
export function isAddressed({ content, mentions }: Json): boolean {
  if (Array.isArray(mentions) && mentions.some((one) => isJson(one) && one["bot"] === true)) return true;
  return typeof content === "string" && /^[/／]/.test(withoutMentions(content));
}

const withoutMentions = (content: string): string => content.replaceAll(mention, " ").trim();

const unescape = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
