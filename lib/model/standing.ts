import type { Delivery } from "./delivery.ts";
import type { Downgrades } from "./downgrades.ts";
import type { Quota } from "./quota.ts";
import type { Target } from "./target.ts";
import type { ReplyWindow } from "./window.ts";

/** What is known of a target beyond its counters. Times in milliseconds of the epoch. */
export type TargetState = {
  /** Absent = allowed as far as anyone knows. `denied` by QQ's event, until another event. */
  readonly proactive?: "denied";
  /** The bot was removed, or the target is no more, by QQ's event, until another event. */
  readonly gone?: true;
  /** Until when QQ's answer that the target takes no pushes is believed, and how often in a row it said so. */
  readonly deniedUntil?: number;
  readonly deniedTimes?: number;
  /** The same of its answer that the target is no more. */
  readonly goneUntil?: number;
  readonly goneTimes?: number;
  /** Until when nothing is told: QQ muted the bot, or someone muted it together with what is critical. */
  readonly mutedUntil?: number;
  /** Until when nothing is told but what is critical: someone muted the bot. */
  readonly hushedUntil?: number;
  /** Until when single routes are muted but for what is critical, by route id. */
  readonly mutes?: Readonly<Record<string, number>>;
  /** When routes were last unpaired from it, by route id: what they held for it by then is not told there. */
  readonly unbound?: Readonly<Record<string, number>>;
  /** Until when a counter that targets share (the guild's, the bot's) is known to be used up. */
  readonly sharedClosedUntil?: number;
  /** Until when what is left of such a counter is kept for what is critical, or for other targets. */
  readonly sharedKeptUntil?: number;
  /** QQ's id of a DM session that the relay opened itself, once it is known. */
  readonly address?: string;
  /** What QQ's refusals taught: messages begin as the last one that was taken. */
  readonly downgrades?: Downgrades;
  /** When QQ last said that the target takes no wake-up messages, and how often in a row. */
  readonly wakeupOffAt?: number;
  readonly wakeupOffTimes?: number;
  /** When a user last chatted there, or pressed a button, by QQ's clock. */
  readonly spokeAt?: number;
  /** When a user last chatted there, by QQ's clock: only that begins the periods of wake-up messages anew. */
  readonly chattedAt?: number;
  /** When QQ last took a message that told a notice there. */
  readonly toldAt?: number;
  /** When the operator was last warned that nothing can be told there. */
  readonly warnedAt?: number;
  /** Acts that were told, by short names, and until when (ms) that matters. */
  readonly acts?: Readonly<Record<string, number>>;
  /** When QQ last took a push that told as many as one message may and left others waiting. */
  readonly leftAt?: number;
  /** When the relay stops waiting for the end of an audit. */
  readonly auditUntil?: number;
  /** When the relay looks for counted deliveries that are too old to be told. */
  readonly countedUntil?: number;
  /** What the log was told to hold something there, as of the last look at what is pending: see `heldTogether`. */
  readonly heldFor?: readonly string[];
  /** When the sweep looks at the target again, as the table has it. */
  readonly dueAt?: number;
};

/** All that a plan for one target needs to know, as of one moment. */
export type Standing = {
  readonly target: Target;
  /** Pending deliveries, in order of arrival: all, or where `isPart` the most urgent of them. */
  readonly deliveries: readonly Delivery[];
  readonly isPart?: true;
  readonly windows: readonly ReplyWindow[];
  /** The target's own counters; shared ones answer when they are claimed. */
  readonly quota: Quota;
  readonly state: TargetState;
};
