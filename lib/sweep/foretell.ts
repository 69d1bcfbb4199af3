import { day } from "../base/time.ts";
import type { HeldReason } from "../model/held.ts";
import type { Silence } from "../model/silence.ts";
import type { TargetState } from "../model/standing.ts";
import { forecastOf } from "../policy/forecast/forecast.ts";
import { isHushed, isWarned, maybeSilent, silenceOf } from "../policy/forecast/silence.ts";
import { reasonsOf } from "../policy/plan/held-together.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import { rulesAt } from "../policy/quota/rules-at.ts";
import { targetMark } from "../policy/forecast/target-mark.ts";
import type { Live, TargetItem } from "../ports.ts";
import { atOnce } from "./at-once.ts";
import type { ForetellPorts } from "./foretell-ports.ts";
import { findWarned, warn } from "./warn.ts";

/** Targets looked at side by side: one small read each, but for a silent one. */
const maxLooks = 50;

/**
 * Tells the log how long each conversation's pushes will do for what is pending there, and how many are held by what, and
 * warns the operator of those that could be told nothing for a day. One that cannot be looked at is a fault, once all others are.
 */
export async function foretell(lives: readonly Live[], now: number, ports: ForetellPorts): Promise<void> {
  const faults: unknown[] = [];
  const holds = new Map<HeldReason, number>();
  const look = async (live: Live): Promise<void> => {
    try {
      const state = await foretellOne(live, now, ports);
      for (const reason of reasonsOf(state.heldFor ?? [])) holds.set(reason, (holds.get(reason) ?? 0) + 1);
    } catch (fault) {
      faults.push(fault);
    }
  };
  await atOnce(eachOf(lives), maxLooks, look);
  for (const [reason, targets] of holds) ports.log("info", "holds", { reason, targets });
  if (faults.length > 0) throw faults[0];
}

async function* eachOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function foretellOne(live: Live, now: number, ports: ForetellPorts): Promise<TargetState> {
  const { target, pending, oldest } = live;
  const { store, log } = ports;
  const inForce = await ports.limits.inForce(target, now);
  const item = await store.readItem(target);
  const { state, quota } = item;
  const may = maybeSilent(live, state, now);
  const warned = may && !isWarned(state) ? await findWarned(target, ports) : undefined;
  const isSeen = may && (warned !== undefined || isHushed(state, now));
  const rules = { ...ports.rules[target.scene], ...rulesAt(inForce, quota, now) };
  const silence = isSeen ? await lookAt(live, item, rules, now, ports) : undefined;
  const isSilent = isSeen ? silence !== undefined : may;
  const { left, max, renewDays, daysLeft } = forecastOf(quota, inForce.limits, inForce.quotaZone, now) ?? {};
  log(isSilent ? "warn" : "info", "forecast", {
    scene: target.scene,
    target: targetMark(target),
    left,
    max,
    renewDays,
    daysLeft,
    waiting: pending,
    waitingDays: Math.round(((now - oldest) / day) * 100) / 100,
    silent: Number(isSilent),
  });
  if (silence && !silence.isOwn) await warn(silence, state, warned, now, ports);
  return state;
}

/** Loads what waits at a target: only for one that seems silent. */
async function lookAt(
  live: Live,
  item: TargetItem,
  rules: PlanRules,
  now: number,
  { store }: ForetellPorts,
): Promise<Silence | undefined> {
  const [standing, breaker] = await Promise.all([store.load(live.target, now, item), store.readBreaker()]);
  return silenceOf(standing, live, breaker, rules, now);
}
