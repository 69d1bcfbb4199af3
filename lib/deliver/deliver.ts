import type { Finish } from "../model/plan.ts";
import type { Settlement, StateChange } from "../model/settlement.ts";
import type { TargetState } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import type { Delivery } from "../model/delivery.ts";
import { plan } from "../policy/plan/plan.ts";
import type { TargetItem } from "../ports.ts";
import { sendOne } from "./send-one.ts";
import { spill } from "./spill.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";

/** The lease outlives the deliverer's own deadline by this much (ms), so that a new holder never meets a late send. */
const leaseSlack = 2_000;

/** Plans of one call; a target that does not come to rest by then is left to the sweep. */
const maxPlans = 50;

/**
 * Looks at one target and does what can be done now: load ▸ plan ▸ claim ▸ render ▸ send ▸ settle, under the target's
 * lease. Anyone may call it, as often as they like: it is idempotent. `deadline` in ms of the epoch; `busy` = another
 * deliverer is at it and has been told to look again.
 */
export async function deliver(target: Target, deadline: number, ports: DeliverPorts): Promise<"done" | "busy"> {
  const { store, clock } = ports;
  const now = () => clock.now().getTime();
  const holder = ports.newId();
  const until = deadline + leaseSlack;
  const item = await store.takeLease(target, holder, until, now());
  if (item === "taken") return "busy";
  for (let fresh: TargetItem | undefined = item; ; fresh = undefined) {
    const { next, recorded, change } = await work(target, fresh, deadline, ports);
    const dueAt = next === recorded ? {} : { dueAt: next ?? null };
    const end = await store.releaseLease(target, holder, until, { ...change, ...dueAt });
    if (end !== "again") return "done";
    if (now() >= deadline) {
      await store.releaseLease(target, holder, until, { dueAt: now() });
      return "done";
    }
  }
}

/** What working on a target leaves: when to look again, what the table has for that, and what was learnt. */
type Rest = { readonly next: number | undefined; readonly recorded: number | undefined; readonly change: StateChange };

/** Plans and sends until nothing more can be sent now, QQ wants a pause or is out of order, or time is up. */
async function work(
  target: Target,
  item: TargetItem | undefined,
  deadline: number,
  ports: DeliverPorts,
): Promise<Rest> {
  const { store, clock, rules } = ports;
  const now = () => clock.now().getTime();
  let change: StateChange = {};
  for (let plans = 1; ; plans += 1) {
    const loaded = await store.load(target, now(), plans === 1 ? item : undefined);
    const recorded = loaded.state.dueAt;
    const standing = { ...loaded, state: withChange(loaded.state, change) };
    const { finish, sends, spills, next } = plan(standing, rules, now());
    if (finish.length > 0) {
      await store.settle(target, settlementsOf(finish, now()), now());
      logFinished(target, finish, ports);
    }
    await spill(target, spills, ports);

    let changed = false;
    for (const send of sends) {
      if (now() + minSendTime > deadline || plans > maxPlans) return { next: now(), recorded, change };
      const openUntil = await ports.breaker.openUntil(now());
      if (openUntil > now()) return { next: openUntil, recorded, change };
      const end = await sendOne(send, standing, deadline, ports);
      change = { ...change, ...end.change };
      if (rules.limits.perSecond !== undefined) await clock.wait(Math.ceil(1_000 / rules.limits.perSecond));
      if (end.pauseUntil !== undefined) return { next: end.pauseUntil, recorded, change };
      changed = !end.finished;
      if (changed) break;
    }
    if (!changed) return { next, recorded, change };
  }
}

/** What ended without a send. */
function logFinished({ scene }: Target, finish: readonly Finish[], { log }: DeliverPorts): void {
  const count = (state: Finish["state"]) => finish.filter((each) => each.state === state).length;
  log("info", "finished", { scene, expired: count("expired"), folded: count("folded"), unsure: count("unsure") });
}

/** A state as a change leaves it: `undefined` leaves a field, `null` removes it. */
const withChange = (state: TargetState, change: StateChange): TargetState => {
  const set = Object.entries(change).filter(([, value]) => value !== undefined);
  const changed = Object.entries({ ...state, ...Object.fromEntries(set) });
  return Object.fromEntries(changed.filter(([, value]) => value !== null));
};

/**
 * Finished deliveries, and the count of those they were folded into. The counts come first: a crash in between counts one
 * twice rather than never. One that is to be sent in this pass keeps its count too: it may be refused for now.
 */
function settlementsOf(finish: readonly Finish[], now: number): readonly Settlement[] {
  const counted = new Map<string, Delivery>(finish.flatMap(({ into }) => (into ? [[into.id, into]] : [])));
  return [
    ...[...counted.values()].map(({ id, attempts, notBefore, waitsFrom, permit, folded, severest }) => ({
      id,
      state: "pending" as const,
      attempts,
      ...(notBefore !== undefined && { notBefore }),
      ...(waitsFrom !== undefined && { waitsFrom }),
      ...(permit !== undefined && { permit }),
      ...(folded !== undefined && { folded }),
      ...(severest !== undefined && { severest }),
    })),
    ...finish.map(({ delivery, state, note }) => ({
      id: delivery.id,
      state,
      attempts: delivery.attempts,
      last: { at: now, note },
    })),
  ];
}
