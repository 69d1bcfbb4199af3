import type { SceneName } from "./scene.ts";

/** Someone who spoke to the bot lately, or added it: where, and who as far as QQ tells. Never what they said. */
export type Heard = {
  readonly scene: SceneName;
  /** QQ's id of the conversation, as routes name it in `to`. */
  readonly target: string;
  /** Guild of a channel. */
  readonly guild?: string;
  /** QQ's id of the person there. */
  readonly user?: string;
  /** What QQ calls the person, where it does. */
  readonly name?: string;
  /** Ms of the epoch. */
  readonly at: number;
};
