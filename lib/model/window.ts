import type { Claim } from "./claim.ts";
import type { Anchor } from "./permit.ts";

/** A reply window: replies that a user's message or event allows. Times in milliseconds of the epoch. */
export type ReplyWindow = {
  readonly anchor: Anchor;
  /** When the relay learnt of it: QQ tells times in whole seconds, by which two windows may have opened at once. */
  readonly openedAt: number;
  /** When QQ stops taking replies; the plan stops a margin earlier. */
  readonly closesAt: number;
  /** Replies the window allows in all; absent = no count (channel, dm). */
  readonly times?: number;
  /** Replies taken so far; the next `msg_seq` is one more. */
  readonly used: number;
  readonly claim?: Claim;
};

/** A window that an event opens; `spokeAt` where it was a user who chatted or pressed a button, `chattedAt` who chatted, by QQ's clock. */
export type NewWindow = Omit<ReplyWindow, "used" | "claim"> & {
  readonly spokeAt?: number;
  readonly chattedAt?: number;
};
