import { minute } from "../base/time.ts";
import { auditPatience } from "../model/audit.ts";
import type { Delivery } from "../model/delivery.ts";
import type { StateChange } from "../model/settlement.ts";
import type { Standing } from "../model/standing.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/** Counted deliveries that one look reads, from the first that would be told: those behind them wait for another look. */
const maxRead = 100;

/** Looks are no closer than this (ms), however many grow too old one after another. */
const between = 10 * minute;

/**
 * Ends counted deliveries that are too old to be told, a bounded number, and says when to look again. A page whose answer is
 * long over and that nobody ended is put back first, so that it ends like the others.
 */
export async function expireOldCounted(
  { target, state }: Standing,
  now: number,
  ports: DeliverPorts,
): Promise<StateChange> {
  const { store, rules, log } = ports;
  const endOf = ({ route, arrivedAt }: Delivery) => arrivedAt + rules.policyOf(route).maxAge;
  const pages = await returnLost(target, (delivery) => endOf(delivery) + auditPatience, now, ports);
  const read = await store.readCounted(target, maxRead);
  const old = read.filter((delivery) => endOf(delivery) <= now);
  if (old.length > 0) {
    const ids = old.map(({ id }) => id);
    await store.expireCounted(target, ids, now);
    log("info", "finished", { scene: target.scene, expired: ids.length });
  }
  if (read.length === maxRead && old.length > 0) return { countedUntil: now };
  const ends = [...read.filter((delivery) => !old.includes(delivery)).map(endOf), ...pages];
  if (state.auditUntil !== undefined) ends.push(state.auditUntil);
  return { countedUntil: ends.length > 0 ? Math.max(now + between, Math.min(...ends)) : null };
}

/** Puts back what pages that are over were to tell, and answers when the others will be. */
async function returnLost(
  target: Standing["target"],
  overAt: (delivery: Delivery) => number,
  now: number,
  { store }: DeliverPorts,
): Promise<readonly number[]> {
  const left: number[] = [];
  for (const answer of await store.readPages(target)) {
    const over = Math.max(...(await store.readShown(target, answer)).map(overAt));
    if (over <= now) await store.endPage(target, answer, "untold", now);
    else left.push(over);
  }
  return left;
}
