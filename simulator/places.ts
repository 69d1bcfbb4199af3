import { targetKey, type SceneName, type Target } from "./scene.ts";

/** What events have told of a target: the guild of a channel or DM, the user of a DM. */
export type Place = { readonly guild?: string; readonly user?: string };

export type Places = Map<string, Place>;

export function learnPlace(places: Places, target: Target, place: Place): void {
  places.set(targetKey(target), { ...places.get(targetKey(target)), ...place });
}

/** The guild of a channel (its own id when nobody said otherwise) or of a DM, where it is known. */
export function guildOf(places: Places, guilds: Readonly<Record<string, string>>, target: Target): string | undefined {
  const learned = places.get(targetKey(target))?.guild;
  if (target.scene === "channel") return (Object.hasOwn(guilds, target.id) ? guilds[target.id] : learned) ?? target.id;
  return learned;
}

/** The `guild_id` that QQ prints with a target's messages: a DM session is a guild of its own. */
export const homeOf = (places: Places, guilds: Readonly<Record<string, string>>, target: Target): string =>
  (target.scene === "dm" ? undefined : guildOf(places, guilds, target)) ?? target.id;

/** The channels of a guild that anyone has named so far. */
export function channelsOf(places: Places, guilds: Readonly<Record<string, string>>, guild: string): readonly string[] {
  const named = [
    ...Object.keys(guilds),
    ...[...places.keys()].flatMap((key) => /^channel:(.*)$/s.exec(key)?.[1] ?? []),
  ];
  return [...new Set(named)].filter((id) => guildOf(places, guilds, { scene: "channel", id }) === guild);
}

/** Whether an id was seen in other scenes and never in this one. */
export function isForeign(places: Places, target: Target): boolean {
  const seen = (scene: SceneName): boolean => places.has(targetKey({ scene, id: target.id }));
  return !seen(target.scene) && (["c2c", "group", "channel", "dm"] as const).some(seen);
}
