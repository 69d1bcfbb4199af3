import { isSceneName, type SceneName } from "./scene.ts";

/** One conversation: a scene and QQ's opaque id in it (openid, channel id, or the guild id of a DM session). */
export type Target = {
  readonly scene: SceneName;
  readonly id: string;
  /** Guild of a channel, where the route tells it: lets the "two channels a day" rule be kept before QQ refuses. */
  readonly guild?: string;
};

/** `group:4C8F…` — the text form used as a key, in wake-ups, and in answers. */
export const targetName = (target: Target): string => `${target.scene}:${target.id}`;

/** Reads what `targetName` wrote; undefined when it is not a target. The guild is not part of the name. */
export const readTarget = (name: string): Target | undefined => {
  const at = name.indexOf(":");
  const scene = name.slice(0, at);
  const id = name.slice(at + 1);
  return at > 0 && id !== "" && isSceneName(scene) ? { scene, id } : undefined;
};
