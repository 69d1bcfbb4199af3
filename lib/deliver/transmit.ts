import { contentOf, noticesOf } from "./content.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { type Draft, firstDraft } from "./draft.ts";
import type { ClaimEnd } from "../model/claim.ts";
import type { Downgrades } from "../model/downgrades.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Permit } from "../model/permit.ts";
import type { Send } from "../model/plan.ts";
import type { Target } from "../model/target.ts";
import { nextDraft } from "./next-draft.ts";
import type { Unused } from "../render/forms/custom-template.ts";
import { remember } from "../render/style/downgrades.ts";
import { sendOnce, type Tried } from "./send-once.ts";

/** What goes out: a planned send to where QQ knows its target, and what QQ refuses there. */
export type Transmission = {
  readonly send: Send;
  readonly target: Target;
  readonly permit: Permit;
  readonly downgrades: Downgrades;
};

/** Ids of deliveries by how a message told them: in words of their own, by number and name, or only as so many more. */
export type ToldIds = Pick<ClaimEnd, "summed" | "counted"> & { readonly worded: readonly string[] };

/** How a send ended on the wire. */
export type Transmitted = {
  readonly outcome: Outcome;
  readonly tries: number;
  /** Whether an earlier try may have arrived: then QQ's "duplicate" says that it did. */
  readonly repeated: boolean;
  /** What was changed after which refusal, in order: `40054010 links`. */
  readonly steps: readonly string[];
  /** What was learnt of the target, where QQ took the message only when it was repaired. */
  readonly downgrades?: Downgrades;
  /** How the message told each of its deliveries. */
  readonly told: ToldIds;
  /** Why the route's own template was not used for it, where it has one. */
  readonly unused?: Unused;
  /** Time (ms) until QQ's last answer. */
  readonly ms?: number;
};

/**
 * Renders and sends until QQ takes it, refuses it for good, or only a later call can help: passing faults go out again
 * as they are, content that can be repaired goes out changed, all under the one permit.
 */
export async function transmit(
  transmission: Transmission,
  deadline: number,
  ports: DeliverPorts,
): Promise<Transmitted> {
  const { send, target, permit, downgrades } = transmission;
  const outgoing = { content: contentOf(send, ports), target, permit };
  let unused: Unused | undefined;
  let draft = await firstDraft(send, target, downgrades, deadline, ports);
  for (let tries = 1; ; tries += 1) {
    const tried = await sendOnce(outgoing, draft, deadline, ports);
    unused ??= tried.unused;
    const next = await nextDraft(outgoing, draft, tried, deadline, ports);
    if (!next) return { ...endOf(transmission, draft, tried), tries, ...(unused && { unused }) };
    draft = next;
  }
}

function endOf(
  { send, downgrades }: Transmission,
  { appearance, faults, steps }: Draft,
  { outcome, leftOut, summed, begunAt, ms }: Tried,
): Omit<Transmitted, "tries" | "unused"> {
  const remembered = outcome.kind === "sent" ? remember(downgrades, appearance.repairs, begunAt) : undefined;
  return {
    outcome,
    repeated: faults > 0,
    steps,
    told: toldBy(send, leftOut, summed),
    ms,
    ...(remembered && { downgrades: remembered }),
  };
}

function toldBy(send: Send, leftOut: readonly number[], summed: readonly number[]): ToldIds {
  const notices = noticesOf(send);
  const idsOf = (places: readonly number[]) => places.flatMap((at) => notices[at]?.id ?? []);
  const apart = new Set([...idsOf(leftOut), ...idsOf(summed)]);
  return {
    worded: send.deliveries.flatMap(({ id }) => (apart.has(id) ? [] : [id])),
    summed: idsOf(summed),
    counted: idsOf(leftOut),
  };
}
