import { deliverNow } from "./deliver-now.ts";
import type { AcceptPorts } from "./accept-ports.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Answer, Inbound } from "../model/inbound.ts";
import type { Notice } from "../model/notice.ts";
import { refuse, type Refusal } from "../model/refusal.ts";
import type { Route } from "../model/route.ts";
import { type Target, targetName } from "../model/target.ts";
import { readWait } from "../policy/intake/read-wait.ts";
import { findTargets } from "../outbox/targets.ts";
import { logStoreFault } from "../outbox/log-store-fault.ts";
import { pendingDelivery } from "../outbox/pending-delivery.ts";
import { wakeTarget } from "../outbox/wake.ts";

/** A notice that a route is to tell: `delivery` is its id at each of the route's targets. */
export type Work = {
  readonly id: string;
  readonly route: Route;
  readonly delivery: string;
  readonly notice: Notice;
  readonly inbound: Inbound;
  /** Name of the secret that proved it. */
  readonly secret?: string;
};

/** What became of one target's share of a webhook. */
type Enlisted = {
  readonly id: string;
  readonly target: Target;
  readonly state: string;
  /** It had ended without being told, and is pending again. */
  readonly again?: true;
  /** A repeat of one that still waits. */
  readonly isPending?: true;
};

/** Makes the deliveries durable, wakes their deliverers, and answers; a store that fails is ours to admit, with 503. */
export async function enlist(work: Work, deadline: number, ports: AcceptPorts): Promise<Answer | Refusal> {
  const { store, clock, log } = ports;
  try {
    const targets = await findTargets(work.id, work.route, store);
    if (targets.length === 0)
      return refuse(
        "unknown-route",
        `route ${work.id} is not paired yet: run "relay pair ${work.id}", then bind it in QQ`,
      );
    const arrivedAt = ports.arrivalTime(work.inbound.at.getTime());
    const deliveries = targets.map((target) => toDelivery(work, target, arrivedAt));
    const enlisted = await Promise.all(deliveries.map((delivery) => enlistOne(delivery, ports)));
    const wait = readWait(work.inbound.headers["prefer"]);
    if (wait === undefined) {
      await wakeAll(enlisted, ports);
      logAccepted(work, enlisted, { ms: clock.now().getTime() - work.inbound.at.getTime() }, ports);
      return accepted(enlisted);
    }
    logAccepted(work, enlisted, {}, ports);
    const until = Math.min(deadline, clock.now().getTime() + wait.granted);
    await Promise.all(enlisted.map((each) => deliverNow(each, until, ports)));
    const after = await Promise.all(enlisted.map((each) => becameOf(each, ports)));
    return accepted(after, { "Preference-Applied": `wait=${wait.applied / 1_000}` });
  } catch (error) {
    logStoreFault(error, log);
    return {
      status: 503,
      headers: { "Retry-After": "5" },
      body: { error: "unavailable", message: "the relay could not store this now; send it again" },
    };
  }
}

/** Ends without being told that a sender's repeat may undo. */
const untold = ["failed", "expired"] as const;

/** A sender's repeat of what ended without being told (GitHub's Redeliver) brings it back; any other changes nothing. */
async function enlistOne(delivery: Delivery, { store }: AcceptPorts): Promise<Enlisted> {
  const { id, target, arrivedAt } = delivery;
  if ((await store.enlist(delivery)) === "enlisted") return { id, target, state: "pending" };
  const known = await store.requeue(target, id, untold, arrivedAt);
  if (known === "requeued") return { id, target, state: "pending", again: true };
  return { id, target, state: "repeated", ...(known === "pending" && { isPending: true }) };
}

/**
 * `ms`: how long the sender waited for its answer, where the answer did not wait for QQ. The secret's name tells during a
 * rotation who still uses the old one.
 */
function logAccepted(
  { id: route, secret }: Work,
  enlisted: readonly Enlisted[],
  time: { readonly ms?: number },
  { log }: AcceptPorts,
): void {
  for (const { id, target, state } of enlisted)
    log("info", "accepted", { route, scene: target.scene, delivery: id, state, ...(secret && { secret }), ...time });
}

/** A repeat wakes too while its delivery is still pending: the first wake-up may have been lost. A failed wake-up loses nothing. */
async function wakeAll(enlisted: readonly Enlisted[], ports: AcceptPorts): Promise<void> {
  await Promise.all(
    enlisted.map(async ({ target, state, isPending }) => {
      if (state === "pending" || isPending) await wakeTarget(target, ports);
    }),
  );
}

async function becameOf(enlisted: Enlisted, { store }: AcceptPorts): Promise<Enlisted> {
  if (enlisted.state === "repeated") return enlisted;
  const delivery = await store.readDelivery(enlisted.target, enlisted.id);
  return { ...enlisted, state: delivery?.state ?? enlisted.state };
}

/** The answer to work that was taken: what became of it at each target. */
export const accepted = (deliveries: readonly Enlisted[], headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 202,
  headers,
  body: {
    deliveries: deliveries.map(({ id, target, state, again }) => ({
      id,
      target: targetName(target),
      state,
      ...(again && { again }),
    })),
  },
});

const toDelivery = ({ id, route, delivery, notice }: Work, target: Target, arrivedAt: number): Delivery =>
  pendingDelivery({
    id: delivery,
    route: id,
    target,
    notice,
    form: route.form ?? "text",
    ...(typeof route.ark === "number" && { ark: route.ark }),
    arrivedAt,
  });
