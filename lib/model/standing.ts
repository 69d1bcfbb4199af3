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
  readonly mutedUntil?: number;
  /** Until when single routes are muted, by route id. */
  readonly mutes?: Readonly<Record<string, number>>;
  /** Until when a counter wider than the target (guild, bot) is known to be used up. */
  readonly sharedClosedUntil?: number;
  /** QQ's id of a DM session that the relay opened itself, once it is known. */
  readonly address?: string;
  /** What QQ's refusals taught: messages begin as the last one that was taken. */
  readonly downgrades?: Downgrades;
  /** When the sweep looks at the target again, as the table has it. */
  readonly dueAt?: number;
};

/** All that a plan for one target needs to know, as of one moment. */
export type Standing = {
  readonly target: Target;
  /** Pending deliveries, in order of arrival. */
  readonly deliveries: readonly Delivery[];
  readonly windows: readonly ReplyWindow[];
  /** The target's own counters; wider ones answer when they are claimed. */
  readonly quota: Quota;
  readonly state: TargetState;
};
