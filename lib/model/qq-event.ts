import type { Anchor } from "./permit.ts";
import type { Target } from "./target.ts";

/** Who spoke, and the speaker's role and name where QQ tells them. */
export type Speaker = { readonly id: string; readonly role?: "member" | "admin" | "owner"; readonly name?: string };

/** Words of a person, mentions taken out. */
export type Said = {
  readonly text: string;
  readonly speaker: Speaker;
  /** Whom they are for: `bot` where it is mentioned or nobody else could be meant, `others` where only others are mentioned. */
  readonly to: "bot" | "anyone" | "others";
  /** Who is mentioned in a guild, by id: whether the bot is among them, its own id tells. */
  readonly mentioned?: readonly string[];
};

/** What one of QQ's events tells the relay, in neutral words; what is absent it does not tell. */
export type QqEvent = {
  /** QQ's name of the event, `t`. */
  readonly type: string;
  /** When it happened on the platform, ms of the epoch; windows are counted from it. */
  readonly at: number;
  /** The conversations it is about; a DM session also under the id of a route that opens it itself (`user@guild`). */
  readonly targets: readonly Target[];
  /** It lets the bot reply for a while. */
  readonly opens?: Anchor;
  readonly proactive?: "allowed" | "denied";
  readonly presence?: "here" | "gone";
  /** A whole guild that the bot left or came back to: the targets are those that routes name in it. */
  readonly guild?: string;
  readonly audit?: { readonly id: string; readonly passed: boolean; readonly messageId?: string };
  /** Interaction that waits for `PUT /interactions/{id}`. */
  readonly acknowledge?: string;
  readonly said?: Said;
};
