import type { SceneName } from "./scene.ts";

/** What someone said by `POST /_sim/say`, whether the bot was told or not. `mention`: whether it was addressed, or everyone. */
export type Said = {
  readonly at: string;
  readonly scene: SceneName;
  readonly target: string;
  readonly user: string;
  readonly text: string;
  readonly msg_id: string;
  readonly mention: boolean | "all";
  /** As `say` answered, null where nobody heard it; absent while that is under way. */
  relayStatus?: number | null;
};

/** Someone's words as they come in; `at` where they are older than now. */
export type Spoken = Pick<Said, "scene" | "target" | "text" | "mention"> & {
  readonly user?: string | undefined;
  readonly at?: string | undefined;
};

/** Who speaks where nobody says who: the one person of a private chat, somebody of the others. */
export function speakerOf({ scene, target, user }: Pick<Spoken, "scene" | "target" | "user">): string {
  if (scene === "c2c") return target;
  return user ?? (scene === "group" ? `member-of-${target}` : `user-of-${target}`);
}

export function writeSaid(spoken: Spoken, messageId: string, now: number): Said {
  const { scene, target, text, mention } = spoken;
  const at = new Date(spoken.at ?? now).toISOString();
  return { at, scene, target, user: speakerOf(spoken), text, msg_id: messageId, mention };
}
