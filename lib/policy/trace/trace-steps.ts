import type { Delivery, DeliveryState, TriedBy } from "../../model/delivery.ts";
import type { Held } from "../../model/held.ts";
import type { QqAnswer } from "../../model/outcome.ts";

/** One step of a delivery's way, as far as it is remembered; times in ms. */
export type TraceStep =
  | { readonly step: "accepted"; readonly at: number; readonly route: string }
  /** A permit was taken for its last try, the `attempt`-th that ended. */
  | { readonly step: "claimed"; readonly at: number; readonly by: TriedBy; readonly attempt: number }
  /** QQ's answer to that, and what was changed to get it. */
  | ({ readonly step: "answered"; readonly at: number; readonly repairs?: readonly string[] } & QqAnswer)
  | ({ readonly step: "settled"; readonly at: number; readonly note?: string } & Settled)
  | ({ readonly step: "held" } & Held);

type Settled = Pick<Delivery, "messageId" | "auditId" | "told"> & { readonly state: DeliveryState };

/**
 * A delivery's way from its arrival to QQ's message, or to what holds it now. All of it lies on the delivery's own item: of
 * several tries the last one.
 */
export function traceSteps(delivery: Delivery, held: Held | undefined): readonly TraceStep[] {
  const { arrivedAt: at, route, tried, attempts } = delivery;
  return [
    { step: "accepted", at, route },
    ...(tried ? [{ step: "claimed", at: tried.at, by: tried.by, attempt: attempts } as const] : []),
    ...answered(delivery),
    ...settled(delivery),
    ...(held ? [{ step: "held", ...held } as const] : []),
  ];
}

/** What ended without QQ has only a note. */
function answered({ last }: Delivery): readonly TraceStep[] {
  if (!last || (last.status === undefined && last.code === undefined && last.message === undefined)) return [];
  const { at, note: _, steps, ...answer } = last;
  return [{ step: "answered", at, ...answer, ...(steps && { repairs: steps }) }];
}

function settled({ state, last, messageId, auditId, told }: Delivery): readonly TraceStep[] {
  if (state === "pending" || !last) return [];
  const { at, note } = last;
  return [
    {
      step: "settled",
      at,
      state,
      ...(note !== undefined && { note }),
      ...(messageId !== undefined && { messageId }),
      ...(auditId !== undefined && { auditId }),
      ...(told && { told }),
    },
  ];
}
