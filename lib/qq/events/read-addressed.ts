import type { Said } from "../../model/qq-event.ts";
import { type Json, partOf, readId } from "../read-body.ts";

/** Reads whom a message is for. */
export type Addressing = (d: Json) => Pick<Said, "to" | "mentioned">;

/** Events that QQ sends for no other messages. */
export const alwaysToBot: Addressing = () => ({ to: "bot" });

/**
 * Where a group's owner lets the bot get every message, an @ of it comes by the same event as all talk, and only
 * `mentions[].is_you` says so (bots' captures since 2026-05); an @ of everyone says it too, with the scope `all`.
 */
export const byIsYou: Addressing = (d) => {
  const single = mentionsIn(d).filter(({ scope }) => scope !== "all");
  if (single.some((one) => one["is_you"] === true)) return { to: "bot" };
  return { to: single.length === 0 ? "anyone" : "others" };
};

/** In guilds `mentions[].id` is compared with the bot's own id, which no event of a callback tells. */
export const byOwnId: Addressing = (d) => {
  const mentioned = mentionsIn(d).flatMap(({ id }) => readId(id) ?? []);
  return mentioned.length === 0 ? { to: "anyone" } : { to: "others", mentioned };
};

const mentionsIn = ({ mentions }: Json): readonly Json[] => (Array.isArray(mentions) ? mentions.map(partOf) : []);
