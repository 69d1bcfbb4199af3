import { accepted, storeDown, type Taken } from "./answers.ts";
import { deliverNow } from "./deliver-now.ts";
import type { AcceptPorts } from "./accept-ports.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Answer, Inbound } from "../model/inbound.ts";
import type { Notice } from "../model/notice.ts";
import type { Deliveries } from "../ports.ts";
import type { Route } from "../model/route.ts";
import type { Target } from "../model/target.ts";
import { unpairedRoute, unpairedTarget } from "../model/unpaired.ts";
import { targetMark } from "../policy/forecast/target-mark.ts";
import { readWait } from "../policy/intake/read-wait.ts";
import { settleOf } from "../policy/intake/settle-of.ts";
import { reasonOfRepeat, reasonOfState, reasonOfUnpaired } from "../policy/intake/tell-reason.ts";
import { findTargets } from "../outbox/targets.ts";
import { logStoreFault } from "../outbox/log-store-fault.ts";
import { pendingDelivery } from "../outbox/pending-delivery.ts";
import { wakeTarget } from "../outbox/wake.ts";

/** A notice that a route is to tell: `delivery` is its id at each of the route's targets. */
export type Work = {
  readonly id: string;
  readonly route: Route;
  readonly delivery: string;
  /** Under which id it came before, if it did since then (ms): the sender's retry, over the end of a span. */
  readonly first?: { readonly delivery: string; readonly since: number };
  readonly notice: Notice;
  readonly inbound: Inbound;
  /** Name of the secret that proved it. */
  readonly secret?: string;
};

/**
 * Makes the deliveries durable, wakes their deliverers, and answers. A store that fails to keep them is ours to admit, with
 * 503; what fails once they are kept is not the sender's to repeat: they are pending, and the sweep finds them.
 */
export async function enlist(work: Work, deadline: number, ports: AcceptPorts): Promise<Answer> {
  const { clock, log } = ports;
  const kept = await keep(work, ports);
  if ("status" in kept) return kept;
  const wait = readWait(work.inbound.headers["prefer"]);
  if (wait === undefined) {
    const taken = await Promise.all(kept.map((each) => wakeOne(each, ports)));
    logAccepted(work, kept, { ms: clock.now().getTime() - work.inbound.at.getTime() }, log);
    return accepted(taken.map(tellUnpaired));
  }
  logAccepted(work, kept, {}, log);
  const until = Math.min(deadline, clock.now().getTime() + wait.granted);
  const taken = await Promise.all(kept.map((each) => deliverOne(each, until, ports)));
  return accepted(taken.map(tellUnpaired), { "Preference-Applied": `wait=${wait.applied / 1_000}` });
}

/** The deliveries as they are in the store now, or the answer to a sender whose work could not be kept. */
async function keep(work: Work, { store, log, arrivalTime }: AcceptPorts): Promise<readonly Taken[] | Answer> {
  try {
    const paired = await findTargets(work.id, work.route, store);
    const targets = paired.length > 0 ? paired : [unpairedTarget(work.route.scene, work.id)];
    const arrivedAt = arrivalTime(work.inbound.at.getTime());
    return await Promise.all(targets.map((target) => keepOne(work, target, arrivedAt, store)));
  } catch (error) {
    logStoreFault(error, log);
    return storeDown;
  }
}

/** Ends without being told that a sender's repeat may undo. */
const untold = ["failed", "expired"] as const;

/** A sender's repeat of what ended without being told (GitHub's Redeliver) brings it back; any other changes nothing. */
async function keepOne(work: Work, target: Target, arrivedAt: number, store: Deliveries): Promise<Taken> {
  const { delivery: id, first } = work;
  const known = first && (await store.readDelivery(target, first.delivery));
  if (first && known && known.arrivedAt > first.since) return bringBack(first.delivery, target, arrivedAt, store);
  const answer = await store.enlist(toDelivery(work, target, arrivedAt));
  return answer === "enlisted" ? { id, target, state: "pending" } : bringBack(id, target, arrivedAt, store);
}

async function bringBack(id: string, target: Target, arrivedAt: number, store: Deliveries): Promise<Taken> {
  const isBack = (await store.requeue(target, id, untold, arrivedAt)) === "requeued";
  return isBack ? { id, target, state: "pending", again: true } : { id, target, state: "repeated" };
}

/**
 * `ms`: how long the sender waited for its answer, where the answer did not wait for QQ. The secret's name tells during a
 * rotation who still uses the old one.
 */
function logAccepted(
  { id: route, secret }: Work,
  kept: readonly Taken[],
  time: { readonly ms?: number },
  log: AcceptPorts["log"],
): void {
  for (const { id, target, state } of kept) {
    const told = { route, scene: target.scene, target: targetMark(target), delivery: id, state };
    log("info", "accepted", { ...told, ...(secret && { secret }), ...time });
    if (unpairedRoute(target) !== undefined) log("warn", "unpaired", { route, scene: target.scene, state });
  }
}

/** Why nothing comes of it for now, and what to do: the sender's log is where its operator looks. */
function tellUnpaired(taken: Taken): Taken {
  const route = unpairedRoute(taken.target);
  return route === undefined || taken.state !== "pending" ? taken : { ...taken, reason: reasonOfUnpaired(route) };
}

/** A repeat wakes too while its delivery is still pending: the first wake-up may have been lost. A failed wake-up loses nothing. */
async function wakeOne(kept: Taken, ports: AcceptPorts): Promise<Taken> {
  const first = kept.state === "repeated" ? await readAgain(kept, ports) : undefined;
  if (first === undefined || first.state === "pending") await wakeTarget(kept.target, ports);
  return first ? becameOf(kept, first) : kept;
}

/** Where the deliverer fails before the answer, another is woken: the delivery is kept all the same. */
async function deliverOne(kept: Taken, until: number, ports: AcceptPorts): Promise<Taken> {
  try {
    await deliverNow(kept, until, ports);
  } catch (error) {
    logStoreFault(error, ports.log);
    await wakeTarget(kept.target, ports);
  }
  const delivery = await readAgain(kept, ports);
  return delivery ? { ...becameOf(kept, delivery), ...(await tellHeldOf(delivery, ports)) } : kept;
}

/** What holds what a sender waited for in vain; nothing where it does not wait, or the store cannot tell now. */
async function tellHeldOf(delivery: Delivery, ports: AcceptPorts): Promise<Pick<Taken, "held">> {
  try {
    const held = await ports.heldOf(delivery);
    return held ? { held } : {};
  } catch (error) {
    logStoreFault(error, ports.log);
    return {};
  }
}

/** A delivery that is kept; undefined where the store cannot tell now. */
async function readAgain({ id, target }: Taken, { store, log }: AcceptPorts): Promise<Delivery | undefined> {
  try {
    return await store.readDelivery(target, id);
  } catch (error) {
    logStoreFault(error, log);
    return undefined;
  }
}

function becameOf(kept: Taken, delivery: Delivery): Taken {
  if (kept.state === "repeated") return { ...kept, reason: reasonOfRepeat(delivery) };
  const reason = reasonOfState(delivery);
  return { ...kept, state: delivery.state, ...(reason !== undefined && { reason }) };
}

/** A sender that waits for the end waits for nothing else: what it sent settles when it comes. */
function toDelivery({ id, route, delivery, notice, inbound }: Work, target: Target, arrivedAt: number): Delivery {
  const isAwaited = readWait(inbound.headers["prefer"]) !== undefined;
  const settle = isAwaited ? 0 : settleOf(notice, route);
  return pendingDelivery({
    id: delivery,
    route: id,
    target,
    notice,
    form: route.form ?? "text",
    ...(typeof route.ark === "number" && { ark: route.ark }),
    arrivedAt,
    ...((settle > 0 || isAwaited) && { settlesUntil: arrivedAt + settle }),
  });
}
