import { readId } from "../read-body.ts";
import type { EventReader, EventFacts } from "./event-reader.ts";
import { channelsIn, targetsAt } from "./targets.ts";

/** What an event does to the conversation it is about. `opens`: a reply may name the event. */
type Change = Pick<EventFacts, "proactive" | "presence"> & { readonly opens?: true };

/** Reads an event about a friend or group, which names it directly in `d`. */
export const readChange =
  (scene: "c2c" | "group", { opens, ...change }: Change): EventReader =>
  (d, event) => {
    const targets = targetsAt(scene, scene === "c2c" ? d["openid"] : d["group_openid"]);
    return targets.length === 0 ? undefined : { targets, ...change, ...(opens && event && { opens: event }) };
  };

/** Reads an event about a channel itself, whose id is `d.id`. */
export const readChannel =
  (presence: "here" | "gone"): EventReader =>
  (d) => {
    const targets = channelsIn(d, "id");
    return targets.length === 0 ? undefined : { targets, presence };
  };

/** Reads an event about a whole guild. */
export const readGuild =
  (presence: "here" | "gone"): EventReader =>
  (d) => {
    const guild = readId(d["id"]);
    return guild === undefined ? undefined : { targets: [], guild, presence };
  };

/** Reads an event in a channel (a reaction, a forum post), to which a reply is allowed. */
export const readInChannel: EventReader = (d, event) => {
  const targets = channelsIn(d);
  return targets.length === 0 || !event ? undefined : { targets, opens: event };
};

/** Reads a change of a guild's members: a reply is allowed, and the channel for it is anyone's choice. */
export const readMember: EventReader = (d, event) => {
  const guild = readId(d["guild_id"]);
  return guild === undefined || !event ? undefined : { targets: [], guild, opens: event };
};
