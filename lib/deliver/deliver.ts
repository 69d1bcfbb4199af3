import { second } from "../base/time.ts";
import type { Plan } from "../model/plan.ts";
import type { Quota } from "../model/quota.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Target } from "../model/target.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import type { Standing } from "../model/standing.ts";
import { leaseUntil } from "../outbox/lease-until.ts";
import { wakeTarget } from "../outbox/wake.ts";
import { asHeld } from "../policy/plan/as-held.ts";
import { plan } from "../policy/plan/plan.ts";
import type { TargetItem } from "../ports.ts";
import { awaitSiblings } from "./await-siblings.ts";
import { findIdle, type Idle } from "./find-idle.ts";
import { handOver } from "./hand-over.ts";
import { noteRest, noteStop, type Stop } from "./note-rest.ts";
import { recover } from "./recover.ts";
import { endUnsent } from "./settle-without-send.ts";
import { sendOne } from "./send-one.ts";
import { spill } from "./spill.ts";
import { withChange } from "./with-change.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";

/** Plans of one call; a target that does not come to rest by then is left to the sweep. */
const maxPlans = 50;

/**
 * Looks at one target and does what can be done now: load ▸ plan ▸ claim ▸ render ▸ send ▸ settle, under the target's
 * lease. Anyone may call it, as often as they like: it is idempotent. `deadline` in ms of the epoch; `busy` = another
 * deliverer is at it and has been told to look again.
 */
export async function deliver(target: Target, deadline: number, ports: DeliverPorts): Promise<"done" | "busy"> {
  for (;;) {
    const end = await passOnce(target, deadline, ports);
    if (typeof end === "string") return end;
    // Others may have the target meanwhile, for whoever speaks there.
    await ports.clock.wait(Math.max(1, end.turnAt + 1 - ports.clock.now().getTime()));
  }
}

/** It has its turn then (ms), among the targets that share a quota. */
type Later = { readonly turnAt: number };

async function passOnce(target: Target, deadline: number, ports: DeliverPorts): Promise<"done" | "busy" | Later> {
  const { store, clock } = ports;
  const now = () => clock.now().getTime();
  const holder = ports.newId();
  const until = leaseUntil(deadline);
  const item = await store.takeLease(target, holder, until, now());
  if (item === "taken") return "busy";
  try {
    return await passUnder({ holder, until }, item, target, deadline, ports);
  } catch (error) {
    // What fails here too, as when the store is gone, leaves the lease to run out.
    await store.breakLease(target, holder, now()).catch(() => undefined);
    throw error;
  }
}

/** What is to be done within this time (ms) another pass waits for, where a sender waits for this one. */
const soon = 10 * second;

/** The lease that a pass works under. */
type Lease = { readonly holder: string; readonly until: number };

async function passUnder(
  { holder, until }: Lease,
  item: TargetItem,
  target: Target,
  deadline: number,
  ports: DeliverPorts,
): Promise<"done" | Later> {
  const { store, clock } = ports;
  const now = () => clock.now().getTime();
  let turnAt: number | undefined;
  for (let fresh: TargetItem | undefined = item; ; fresh = undefined) {
    const { next, recorded, change, seen, turnAt: newTurn } = await look(target, holder, fresh, deadline, ports);
    turnAt = newTurn ?? stillWaits(turnAt, next);
    const dueAt = next === recorded ? {} : { dueAt: next ?? null };
    const end = await store.releaseLease(target, holder, until, { ...change, ...dueAt }, seen);
    if (end !== "again" && turnAt !== undefined) return { turnAt };
    const isLate = next !== undefined && next <= now() + (ports.isAwaited ? soon : 0);
    if (end !== "again") return isLate ? goOn(target, ports) : "done";
    if (now() >= deadline) {
      await store.releaseLease(target, holder, until, { dueAt: now() });
      return goOn(target, ports);
    }
  }
}

/** Who left word meanwhile does not take its turn from what waits for that. */
const stillWaits = (turnAt: number | undefined, next: number | undefined): number | undefined =>
  turnAt !== undefined && next !== undefined && next <= turnAt ? turnAt : undefined;

/** Time ran out with something left to do: another call goes on at once. */
async function goOn(target: Target, ports: DeliverPorts): Promise<"done"> {
  await wakeTarget(target, ports);
  return "done";
}

/** What working on a target leaves: when to look again, what the table has for that, and what was learnt. */
type Rest = {
  readonly next: number | undefined;
  readonly recorded: number | undefined;
  readonly change: StateChange;
  /** Whose word was taken notice of last. */
  readonly seen?: string;
  /** It waits for its turn (ms) rather than leave it to the sweep. */
  readonly turnAt?: number;
};

/** Works on a conversation; what waits for one to be paired is handed over to it once there is one. */
async function look(
  target: Target,
  holder: string,
  item: TargetItem | undefined,
  deadline: number,
  ports: DeliverPorts,
): Promise<Rest> {
  if ((await handOver(target, deadline, ports)) !== "late") return work(target, holder, item, deadline, ports);
  return { next: ports.clock.now().getTime(), recorded: item?.state.dueAt, change: {} };
}

/** Plans and sends until nothing more can be sent now, QQ wants a pause or is out of order, or time is up. */
async function work(
  target: Target,
  holder: string,
  item: TargetItem | undefined,
  deadline: number,
  ports: DeliverPorts,
): Promise<Rest> {
  const { store, clock, limits, rules: given } = ports;
  const now = () => clock.now().getTime();
  const rulesFor = (quota: Quota) => limits.rulesFor({ target, quota }, given, now());
  const idle = await findIdle(target, item, rulesFor, now(), ports);
  if (idle?.isTold) return restUntil(idle, now() + given.shortestWait);
  await limits.lookAtGuild(target, deadline, now());
  let change: StateChange = {};
  let seen = holder;
  for (let plans = 1; ; plans += 1) {
    const fresh = plans === 1 ? item : undefined;
    const loaded = await store.load(target, now(), fresh);
    const recorded = loaded.state.dueAt;
    if (plans > maxPlans) return { next: now(), recorded, change, seen };
    const recovered = await recover(loaded, fresh, now(), ports);
    change = { ...change, ...recovered.change };
    if (recovered.isAnother) continue;
    const standing = { ...loaded, state: withChange(asHeld(target, loaded.state), change) };
    const rules = await rulesFor(loaded.quota);
    const planned = plan(standing, rules, now());
    await endUnsent(planned.finish, standing, now(), ports);
    const sent = await sendAll(planned, standing, deadline, { ...ports, rules });
    change = { ...change, ...sent.change };
    if (sent.stop) {
      const held = await noteStop(standing, { ...sent.stop, change }, rules, ports);
      return { ...sent.stop, recorded, change: { ...change, ...held }, seen };
    }
    await spill(target, planned.spills, deadline, ports);
    if (sent.changed || hasMore(planned, standing, now())) continue;
    const awaited = await awaitSiblings(target, { until: planned.settles, seen }, deadline, ports);
    if (typeof awaited === "string") {
      const next = soonest(planned.next, change, standing);
      const held = await noteRest(standing, { planned, next, idle }, rules, ports);
      return { next, recorded, change: { ...change, ...held }, seen };
    }
    ({ seen } = awaited);
  }
}

/** How the sends of one plan ended: `changed`, so that the rest of it no longer holds; `stop`, nothing more goes before then. */
type Sent = {
  readonly change: StateChange;
  readonly changed: boolean;
  readonly stop?: Pick<Stop, "next" | "pauses"> & Pick<Rest, "turnAt">;
};

/** Takes the messages of a plan to their ends, one after another. */
async function sendAll(
  { sends, acts }: Pick<Plan, "sends" | "acts">,
  standing: Standing,
  deadline: number,
  ports: DeliverPorts,
): Promise<Sent> {
  const { clock, rules } = ports;
  let change: StateChange = acts ? { acts } : {};
  let { quota } = standing;
  for (const send of sends) {
    const now = clock.now().getTime();
    if (now + minSendTime > deadline) return { change, changed: true, stop: { next: now } };
    const openUntil = await ports.breaker.openUntil(now);
    if (openUntil > now) return { change, changed: true, stop: { next: openUntil, pauses: "breaker" } };
    const end = await sendOne(send, { ...standing, quota, state: withChange(standing.state, change) }, deadline, ports);
    quota = { ...quota, recent: { ...quota.recent, ...end.recent } };
    change = { ...change, ...end.change };
    if (end.turnAt !== undefined) {
      const { turnAt } = end;
      return { change, changed: true, stop: { next: turnAt, turnAt } };
    }
    if (rules.limits.perSecond !== undefined) await clock.wait(Math.ceil(second / rules.limits.perSecond));
    if (end.pauseUntil !== undefined) return { change, changed: true, stop: { next: end.pauseUntil, pauses: "retry" } };
    if (!end.finished) return { change, changed: true };
  }
  return { change, changed: false };
}

/** Whether another plan may do more at once: something went or ended, and there is what this one did not see or did not take. */
const hasMore = ({ sends, finish, next }: Plan, { isPart }: Standing, now: number): boolean =>
  (isPart === true && sends.length + finish.length > 0) || (sends.length > 0 && next !== undefined && next <= now + 1);

/** Nothing can go: the time that was set stays, unless what holds everything ends before, or a route waits no longer. */
function restUntil({ until, recorded }: Idle, look: number): Rest {
  const next = Math.min(until, recorded ?? Number.POSITIVE_INFINITY, look);
  return { next, recorded, change: {} };
}

/** The time to look again: for what is pending, an audit that does not end, or what nobody asks for. */
function soonest(next: number | undefined, change: StateChange, { state }: Standing): number | undefined {
  const { auditUntil, countedUntil } = withChange(state, change);
  const times = [next, auditUntil, countedUntil].filter((time) => time !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
}
