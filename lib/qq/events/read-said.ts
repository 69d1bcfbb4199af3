import type { QqEvent, Speaker } from "../../model/qq-event.ts";
import type { Wire } from "../../model/scene.ts";
import type { Json } from "../read-body.ts";
import type { Addressing } from "./read-addressed.ts";

/** `<@!id>` and `<@id>` in guilds, `<qqbot-at-user id="…" />` in groups: QQ leaves them in some events, not in others. */
const mention = /<@!?[^<>\s]+>|<qqbot-at-user\b[^<>]*>/g;

/** What a person said, mentions taken out; the guild API escapes `& < >`, in both directions. */
export function readSaid(d: Json, speaker: Speaker, wire: Wire, addressing: Addressing): Pick<QqEvent, "said"> {
  const { content } = d;
  if (typeof content !== "string") return {};
  const text = content.replaceAll(mention, " ").trim();
  return { said: { text: wire === "guild" ? unescaped(text) : text, speaker, ...addressing(d) } };
}

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
