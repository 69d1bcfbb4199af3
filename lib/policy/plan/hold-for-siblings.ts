import { minute } from "../../base/time.ts";
import type { Delivery } from "../../model/delivery.ts";
import type { Send } from "../../model/plan.ts";
import { isAmple } from "../quota/is-ample.ts";
import { threadOf } from "./fold.ts";
import type { PlanRules } from "./plan-rules.ts";

/** What goes now, and until when (ms) the first of what could go too waits. */
export type Settling = { readonly sends: readonly Send[]; readonly until?: number };

/** Of a push nothing waits longer than this (ms) for others: where act follows act, some of them always settle. */
const patience = minute;

/**
 * Keeps back, for a moment, what others may still tell too: a push while any of what it tells settles, a reply where all of it
 * does. Nothing that is critical, answers someone or has its sender wait is kept, nor what goes by a permit that is not scarce.
 */
export function holdForSiblings(
  sends: readonly Send[],
  isCritical: (delivery: Delivery) => boolean,
  { limits }: Pick<PlanRules, "limits">,
  now: number,
): Settling {
  const isAmplePush = isAmple(limits);
  const untilOf = ({ by, deliveries }: Send): number => {
    if (by.kind === "repeat" || (by.kind === "proactive" ? isAmplePush && !by.wakeup : by.times === undefined))
      return 0;
    if (deliveries.some((delivery) => delivery.answers || isCritical(delivery) || isAwaited(delivery))) return 0;
    const times = deliveries.flatMap(({ settlesUntil = 0 }) => (settlesUntil > now ? [settlesUntil] : []));
    const isWaiting = by.kind === "proactive" ? times.length > 0 : times.length === deliveries.length;
    if (by.kind === "proactive" && deliveries.some(({ arrivedAt }) => arrivedAt + patience <= now)) return 0;
    return isWaiting ? Math.min(...times) : 0;
  };
  const times = new Map(sends.map((send) => [send, untilOf(send)]));
  const waiting = sends.filter((send) => (times.get(send) ?? 0) > now);
  if (waiting.length === 0) return { sends };
  const kept = keepOrder(sends, new Set(waiting));
  return {
    sends: sends.filter((send) => !kept.has(send)),
    until: Math.min(...waiting.map((send) => times.get(send) ?? now)),
  };
}

const isAwaited = ({ settlesUntil, arrivedAt }: Delivery): boolean => settlesUntil === arrivedAt;

/** What waits, with all that would overtake it in its thread. */
function keepOrder(sends: readonly Send[], waiting: ReadonlySet<Send>): ReadonlySet<Send> {
  const first = new Map<string, number>();
  for (const { deliveries } of waiting)
    for (const delivery of deliveries) {
      const thread = threadOf(delivery);
      if (thread !== undefined)
        first.set(thread, Math.min(first.get(thread) ?? Number.POSITIVE_INFINITY, delivery.arrivedAt));
    }
  const overtakes = (delivery: Delivery): boolean =>
    delivery.arrivedAt > (first.get(threadOf(delivery) ?? "") ?? Number.POSITIVE_INFINITY);
  const kept = new Set(sends.filter((send) => waiting.has(send) || send.deliveries.some(overtakes)));
  return kept.size === waiting.size ? kept : keepOrder(sends, kept);
}
