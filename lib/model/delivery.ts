import type { ArkTemplate, Form } from "./form.ts";
import type { Level } from "./level.ts";
import type { Notice } from "./notice.ts";
import type { QqAnswer } from "./outcome.ts";
import type { Anchor, Permit } from "./permit.ts";
import type { Target } from "./target.ts";

/**
 * Where a delivery stands; it moves forward only. `pending` is the one that is still in the outbox: held, waiting for
 * its moment, or being sent. `counted` was only counted by a digest, and is told by the next page that someone asks for.
 * All others are finished, except that audit events end `in-audit`, and that a sender's repeat or an operator brings back
 * what `failed`, `expired` or is `unsure`.
 */
export const deliveryStates = [
  "pending",
  "sent",
  "counted",
  "in-audit",
  "unsure",
  "failed",
  "expired",
  "folded",
  "spilled",
] as const;

export type DeliveryState = (typeof deliveryStates)[number];

/** What allowed a try: a reply to someone, a push, or one of QQ's wake-up messages. */
export type Tried = { readonly by: TriedBy; readonly at: number };

export const triedBy = ["reply", "proactive", "wakeup"] as const;

export type TriedBy = (typeof triedBy)[number];

/** One notice's way to one target. Times in milliseconds of the epoch. */
export type Delivery = {
  /** `<route>#<sender's delivery key>`: unique within the target. */
  readonly id: string;
  readonly route: string;
  readonly target: Target;
  readonly notice: Notice;
  readonly form: Form;
  readonly ark?: ArkTemplate;
  readonly state: DeliveryState;
  readonly arrivedAt: number;
  /** Sends tried so far. */
  readonly attempts: number;
  /** Not before this time (backoff). */
  readonly notBefore?: number;
  /**
   * Waits until this time for others that may tell the same act, where what would tell it is scarce. Its time of arrival: a
   * sender waits for its end, and nothing that goes with it waits.
   */
  readonly settlesUntil?: number;
  /** When the newest reply window known then had opened: the wait is for what there was, and nothing to a newer one. */
  readonly waitsFrom?: number;
  /** Reply permit kept by a refused send, so that the retry goes out under the same seq. */
  readonly permit?: Extract<Permit, { kind: "reply" }>;
  /** Answers a command, and so goes out in the window of the message that gave it, or not at all. */
  readonly answers?: Anchor;
  /** How many changes of its thing were folded into it, as older notices of its key tell them. */
  readonly folded?: number;
  /** The severest level among them, where it is more severe than its own. */
  readonly severest?: Level;
  /** Came from another route that could not send it in time; it is not passed on again. */
  readonly spilled?: true;
  /** Claim under which it was last settled. */
  readonly claim?: string;
  /** By what it was tried last, and when (ms) that was claimed. */
  readonly tried?: Tried;
  /** QQ's last answer with what was changed to get it, or why it was finished without one. */
  readonly last?: QqAnswer & { readonly at: number; readonly note?: string; readonly steps?: readonly string[] };
  readonly messageId?: string;
  readonly auditId?: string;
  /** How it was told: in words of its own, or as one of a kind that a digest told by number and name. */
  readonly told?: "worded" | "summed";
  /** At most so many may go out in one message: QQ's audit rejected a larger one that told it. */
  readonly maxTogether?: number;
  /** Answers a command with a page of counted deliveries, which it tells. */
  readonly isPage?: true;
};
