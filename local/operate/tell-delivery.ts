import type * as z from "zod";
import type { Delivery } from "../../lib/model/delivery.ts";
import type { Held, ToldHeld } from "../../lib/model/held.ts";
import { traceSteps } from "../../lib/policy/trace/trace-steps.ts";
import { targetName } from "../../lib/model/target.ts";
import type { ListedDelivery, TracedDelivery } from "./answers.ts";

/** A time (ms) as answers have it. */
export const iso = (at: number): string => new Date(at).toISOString();

/** An `until` (ms) where there is one. */
export const isoUntil = (until: number | undefined): { readonly until?: string } =>
  until === undefined ? {} : { until: iso(until) };

/** A delivery as it is listed, with what holds it. */
export function tellDelivery(delivery: Delivery, held: ToldHeld | undefined): z.output<typeof ListedDelivery> {
  const { id, target, route, state, attempts, last, arrivedAt, notBefore, messageId, notice } = delivery;
  return {
    id,
    target: targetName(target),
    route,
    state,
    ...(held && { held }),
    attempts,
    last: last ? { ...last, at: iso(last.at) } : null,
    level: notice.level,
    title: notice.title,
    arrivedAt: iso(arrivedAt),
    ...(notBefore !== undefined && { notBefore: iso(notBefore) }),
    ...(messageId !== undefined && { messageId }),
  };
}

/** The same with all that is known of its way. */
export function tellTrace(
  delivery: Delivery,
  told: ToldHeld | undefined,
  held: Held | undefined,
): z.output<typeof TracedDelivery> {
  const { notice, form, auditId, folded, spilled } = delivery;
  return {
    ...tellDelivery(delivery, told),
    source: notice.source,
    event: notice.event,
    form,
    lines: [...notice.lines],
    ...(notice.link !== undefined && { link: notice.link }),
    ...(auditId !== undefined && { auditId }),
    ...(delivery.told && { told: delivery.told }),
    ...(folded !== undefined && { folded }),
    ...(spilled && { spilled }),
    steps: traceSteps(delivery, held).map((step) =>
      step.step === "held"
        ? { step: "held", ...(told ?? { reason: step.reason, message: "" }) }
        : { ...step, at: iso(step.at) },
    ),
  };
}
