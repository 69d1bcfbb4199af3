import type { Delivery } from "../model/delivery.ts";
import type { Finish } from "../model/plan.ts";
import type { Settlement } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/** Settles what ends without a send; a page that nobody gets leaves what it was to tell counted as before. */
export async function endUnsent(
  finish: readonly Finish[],
  { target }: Standing,
  now: number,
  ports: DeliverPorts,
): Promise<void> {
  if (finish.length === 0) return;
  await ports.store.settle(target, settlementsOf(finish, now), now);
  for (const { delivery } of finish) if (delivery.isPage) await ports.store.endPage(target, delivery.id, "untold", now);
  logFinished(target, finish, ports);
}

/** What ended without a send. */
function logFinished({ scene }: Target, finish: readonly Finish[], { log }: DeliverPorts): void {
  const count = (state: Finish["state"]) => finish.filter((each) => each.state === state).length;
  log("info", "finished", { scene, expired: count("expired"), folded: count("folded"), unsure: count("unsure") });
}

/**
 * Finished deliveries, and the count of those they were folded into. The counts come first: a crash in between counts one
 * twice rather than never. One that is to be sent in this pass keeps its count too: it may be refused for now.
 */
function settlementsOf(finish: readonly Finish[], now: number): readonly Settlement[] {
  const counted = new Map<string, Delivery>(finish.flatMap(({ into }) => (into ? [[into.id, into]] : [])));
  return [
    ...[...counted.values()].map(({ id, attempts, notBefore, waitsFrom, permit, folded, severest, notice }) => ({
      id,
      state: "pending" as const,
      attempts,
      ...(notBefore !== undefined && { notBefore }),
      ...(waitsFrom !== undefined && { waitsFrom }),
      ...(permit !== undefined && { permit }),
      ...(folded !== undefined && { folded }),
      ...(severest !== undefined && { severest }),
      ...(notice.act && { notice }),
    })),
    ...finish.map(({ delivery, state, note }) => ({
      id: delivery.id,
      state,
      attempts: delivery.attempts,
      last: { at: now, note },
    })),
  ];
}
