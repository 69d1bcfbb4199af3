import type { Delivery } from "../../model/delivery.ts";
import type { Finish, Plan, Send, Spill } from "../../model/plan.ts";
import type { Standing } from "../../model/standing.ts";
import { byQuota } from "./by-quota.ts";
import { byReply } from "./by-reply.ts";
import { byWakeup } from "./by-wakeup.ts";
import { fold } from "./fold.ts";
import { join } from "./join.ts";
import { mutedUntil } from "./muted.ts";
import type { PlanRules } from "./plan-rules.ts";
import { holdForSiblings } from "./hold-for-siblings.ts";
import { readyNow } from "./ready.ts";
import { openWindows } from "./reply-pace.ts";
import { scarceRules } from "./spread.ts";
import { isUnbound } from "./unbound.ts";
import { isRepeatable, type Unfinished, unfinishedClaims } from "./unfinished.ts";
import { weigh } from "./urgency.ts";

/**
 * Decides for one target: ends what is too old, folds, repeats what may have been lost, then spends reply windows before
 * quota and holds the rest until the next moment that could change it. Pure: it never exceeds what the standing allows.
 */
export function plan(standing: Standing, rules: PlanRules, now: number): Plan {
  const unfinished = unfinishedClaims(standing);
  const repeats = unfinished.filter((each) => isRepeatable(each, standing, now));
  const repeated = new Set(repeats.flatMap((each) => each.deliveries));
  const lost = unfinished.filter((each) => !repeats.includes(each)).flatMap((each) => each.deliveries);
  const assumedSent = new Set(lost.filter(({ route }) => rules.policyOf(route).onUnsure === "assume-sent"));
  const open = standing.deliveries.filter((delivery) => !repeated.has(delivery) && !assumedSent.has(delivery));

  const windows = openWindows(standing.windows, rules.limits, now);
  const expiryOf = (delivery: Delivery) => delivery.arrivedAt + rules.policyOf(delivery.route).maxAge;
  const isOver = (delivery: Delivery) =>
    delivery.answers
      ? !windows.some((window) => window.anchor.id === delivery.answers?.id)
      : expiryOf(delivery) <= now || isUnbound(delivery, standing.state);
  const expired = open.filter(isOver);
  const joined = join(
    open.filter((delivery) => !isOver(delivery)),
    standing.state.acts,
    now,
  );
  const { kept, folded } = fold(joined.kept);

  const { isCritical } = weigh(kept);
  const { ready, moments } = standing.state.gone
    ? { ready: [], moments: [] }
    : readyNow(kept, standing.state, windows, isCritical, now);
  const urgency = weigh(ready);
  const replies = byReply(ready, kept, windows, urgency, now);
  // What a reply will tell within the hour costs no push, where one has to be spared.
  const forReplies = new Set(scarceRules(rules.limits).length > 0 ? replies.paced : []);
  const unpaced = new Set([...replies.rest, ...replies.paced.filter((delivery) => !forReplies.has(delivery))]);
  const toPush = ready.filter((delivery) => unpaced.has(delivery));
  const pushes = byQuota(toPush, standing, rules, urgency, now);
  const paced = new Set(replies.paced);
  const toWake = toPush.filter((delivery) => !paced.has(delivery));
  const wakeups = byWakeup(toWake, standing, rules, urgency, now);
  const possible = [...repeats.map(repeat), ...replies.sends, ...pushes.sends, ...wakeups.sends];
  const { sends, until: settles } = holdForSiblings(possible, urgency.isCritical, rules, now);

  const sent = new Set(sends.flatMap((send) => send.deliveries));
  const held = kept.filter((delivery) => !sent.has(delivery) && !delivery.answers);
  const spills = held
    .filter((delivery) => mutedUntil(delivery, isCritical(delivery), standing.state) <= now)
    .flatMap((delivery) => spillOf(delivery, rules, now));
  const later = [
    ...moments,
    ...pushes.moments,
    ...wakeups.moments,
    ...(settles === undefined ? [] : [settles]),
    ...(replies.paced.length > 0 ? [replies.from] : []),
    ...held.map(expiryOf),
    ...held.flatMap((delivery) => spillTimeOf(delivery, rules)),
  ].filter((moment) => moment > now && Number.isFinite(moment));
  return {
    finish: [
      ...[...assumedSent].map((delivery) => finish(delivery, "unsure", "QQ's answer was lost; assumed sent")),
      ...expired.map((delivery) => finish(delivery, "expired", whyExpired(delivery, standing.state))),
      ...joined.told.map((delivery) => finish(delivery, "folded", "its act was told before")),
      ...[...joined.folded].map(([delivery, into]) => ({
        ...finish(delivery, "folded", "told with another notice of the same act"),
        ...(into && { into }),
      })),
      ...[...folded].map(([older, into]) => ({
        ...finish(older, "folded", "a newer notice of the same key says it all"),
        into,
      })),
    ],
    sends,
    spills,
    ...(settles !== undefined && { settles }),
    ...(joined.acts && { acts: joined.acts }),
    ...(later.length > 0 && { next: later.reduce((a, b) => Math.min(a, b)) }),
  };
}

const finish = (delivery: Delivery, state: Finish["state"], note: string): Finish => ({ delivery, state, note });

function whyExpired(delivery: Delivery, state: Standing["state"]): string {
  if (delivery.answers) return "the window of the command is over";
  return isUnbound(delivery, state) ? "its route was unpaired from here" : "older than the route's maxAge";
}

const repeat = ({ claim, deliveries }: Unfinished): Send => ({ deliveries, by: { kind: "repeat", claim } });

/** When (ms) a delivery goes on by another route; one that came by such a way stays. */
function spillTimeOf(delivery: Delivery, rules: PlanRules): readonly number[] {
  const { spill } = rules.policyOf(delivery.route);
  return spill === undefined || delivery.spilled ? [] : [delivery.arrivedAt + spill.after];
}

/** What waited too long goes on by another route; what people muted here is not asked. */
function spillOf(delivery: Delivery, rules: PlanRules, now: number): readonly Spill[] {
  const { spill } = rules.policyOf(delivery.route);
  const [time = Number.POSITIVE_INFINITY] = spillTimeOf(delivery, rules);
  return spill !== undefined && time <= now ? [{ delivery, to: spill.to }] : [];
}
