import type { Rule } from "../../model/limits.ts";
import type { Slot } from "../../model/quota.ts";
import { second } from "../../base/time.ts";
import { slidingSpan } from "./period.ts";

/** What a rule of any minute or second is by; the others are of calendar periods. */
export type Sliding = keyof typeof slidingSpan;

export type SlidingRule = Rule & { readonly every: Sliding };

export const slides = (every: Rule["every"]): every is Sliding => every === "minute" || every === "second";

export const isSliding = (rule: Rule): rule is SlidingRule => slides(rule.every);

/** An id as slots have it. Ids, QQ's and those of claims, are random: their ends tell them apart. */
export const slotName = (id: string): string => id.slice(-8).replaceAll(/[^\w-]/g, "_");

/** Who has not begun by so long (ms) after its turn never will: a killed process's slot is another's then. */
const lapse = 5 * second;

/** A send is expected to take so long (ms), until its answer has come; what really took longer is waited for. */
const usualTime = 50;

/** One that takes longer (ms) may be a killed process's: it is expected no more before QQ has it for certain. */
const longTime = 5 * second;

/** Until when (ms) QQ may get it, as far as is known for certain. */
const certainEnd = (slot: Slot): number => {
  if (slot.kind === "booked") return Number.POSITIVE_INFINITY;
  return slot.kind === "ended" ? slot.at : slot.until;
};

/** When (ms) QQ will have got it, as far as can be expected. */
function expectedEnd(slot: Slot, now: number): number {
  if (slot.kind === "ended") return slot.at;
  if (slot.kind === "begun" && (slot.until <= now || slot.at + longTime < now)) return slot.until;
  return Math.max(now, slot.at + usualTime);
}

/** Slots that a rule has to count at `now`: sends that QQ may have got within the span, and what is booked and not lapsed. */
export const liveSlots = (slots: readonly Slot[], every: Sliding, now: number): readonly Slot[] =>
  slots.filter((slot) =>
    slot.kind === "booked" ? slot.at + lapse > now : certainEnd(slot) > now - slidingSpan[every],
  );

/** When (ms) fewer than `max` of these live slots will be left to count, as far as can be expected; `now` where that is so. */
export function freeFrom(live: readonly Slot[], every: Sliding, max: number, now: number): number {
  if (live.length < max) return now;
  const ends = live.map((slot) => expectedEnd(slot, now)).toSorted((a, b) => a - b);
  return Math.max(now, (ends[Math.max(0, live.length - max)] ?? now) + slidingSpan[every]);
}
