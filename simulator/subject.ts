import type { EventRule } from "./event-rules.ts";
import type { Target } from "./scene.ts";
import { unreachable } from "./unreachable.ts";

export type Data = Readonly<Record<string, unknown>>;

/** Ids are text; forum events print them as numbers. */
export const textOf = (data: unknown, field: string): string | undefined => {
  const value = partOf(data)[field];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
};

export const partOf = (value: unknown): Data =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Data) : {};

/** Whom an event is about: a target, or a whole guild. */
export type Subject =
  | { readonly kind: "target"; readonly target: Target; readonly guild?: string }
  | { readonly kind: "guild"; readonly guild: string };

const of = (scene: Target["scene"], id: string | undefined, guild?: string): Subject | undefined =>
  id === undefined ? undefined : { kind: "target", target: { scene, id }, ...(guild !== undefined && { guild }) };

/** Reads whom an event is about from its `d`; undefined when the ids are not there. */
export function readSubject(event: string, rule: EventRule, d: Data): Subject | undefined {
  const author = partOf(d["author"]);
  const guild = textOf(d, "guild_id");
  switch (rule.at) {
    case "c2c":
      return of("c2c", textOf(d, "openid") ?? textOf(author, "user_openid") ?? textOf(author, "id"));
    case "group":
      return of("group", textOf(d, "group_openid"));
    case "channel":
      return of("channel", textOf(d, event.startsWith("CHANNEL_") ? "id" : "channel_id"), guild);
    case "dm":
      return of("dm", guild, textOf(d, "src_guild_id"));
    case "guild": {
      const id = textOf(d, event.startsWith("GUILD_MEMBER_") ? "guild_id" : "id");
      return id === undefined ? undefined : { kind: "guild", guild: id };
    }
    case "button":
      return (
        of("group", textOf(d, "group_openid")) ??
        of("c2c", textOf(d, "user_openid")) ??
        of("channel", textOf(d, "channel_id"), guild)
      );
    default:
      return unreachable(rule.at);
  }
}
