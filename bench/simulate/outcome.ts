import type { Permit } from "../../lib/model/permit.ts";

/**
 * How a notice ended: told in its own words, told in a digest as one of a sum (`7 次推送`), folded into a newer one that
 * tells it too, or not told at all: only counted by a digest (`另有 20 条`) until someone asks for more, held, or gone.
 */
export const ends = ["told", "summed", "folded", "counted", "held", "expired", "dropped"] as const;

export type End = (typeof ends)[number];

/** One notice's end; times in ms of the epoch. A folded one is told when the one that took it in is. */
export type NoticeOutcome = {
  readonly critical: boolean;
  readonly arrivedAt: number;
  readonly end: End;
  readonly toldAt?: number;
};

/** A critical notice that comes later than this (ms) is late. */
const lateAfter = 10 * 60_000;

/** Whether people learnt of a notice only when it had waited. */
export const isLate = ({ arrivedAt, toldAt }: NoticeOutcome): boolean =>
  toldAt !== undefined && toldAt - arrivedAt > lateAfter;

/** A message that QQ took, what it went out under, and whether any notice in it is critical. */
export type Message = { readonly at: number; readonly critical: boolean; readonly by: Permit["kind"] };

/** A message that QQ did not take, and its code. */
export type Refused = { readonly at: number; readonly code: number; readonly by: Permit["kind"] };

/** All that one relay did with a timeline. */
export type Run = {
  readonly outcomes: readonly NoticeOutcome[];
  readonly messages: readonly Message[];
  readonly refused: readonly Refused[];
};
