import type { SceneName } from "../../model/scene.ts";
import type { Target } from "../../model/target.ts";
import { type Json, readId } from "../read-body.ts";

/** The target that a foreign id names, as a list: none where there is no id. */
export function targetsAt(scene: SceneName, value: unknown): readonly Target[] {
  const id = readId(value);
  return id === undefined ? [] : [{ scene, id }];
}

/** The channel that `d` names, with its guild. */
export function channelsIn(d: Json, field = "channel_id"): readonly Target[] {
  const guild = readId(d["guild_id"]);
  return targetsAt("channel", d[field]).map((target) => ({ ...target, ...(guild !== undefined && { guild }) }));
}

/** A DM session under the guild id that QQ gave it, and under the one that routes give a session the relay opens itself. */
export function sessionsIn(d: Json, user: unknown): readonly Target[] {
  const [person, guild] = [readId(user), readId(d["src_guild_id"])];
  return [
    ...targetsAt("dm", d["guild_id"]),
    ...(person !== undefined && guild !== undefined ? targetsAt("dm", `${person}@${guild}`) : []),
  ];
}
