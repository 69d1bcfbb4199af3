import type { InForce } from "../../model/in-force.ts";
import type { SceneLimits } from "../../model/limits.ts";
import type { Standing, TargetState } from "../../model/standing.ts";
import type { Status } from "../../model/status.ts";
import { openWindows } from "../plan/reply-pace.ts";
import { repliesOnly, roomOf, rulesOf } from "../quota/quota.ts";

/** What the standing does not hold: how many notices wait on the next page, and the routes paired with the target. */
export type Counts = Pick<Status, "counted" | "bound">;

/** The standing of a target as its people may want to know it. */
export function statusOf(
  standing: Standing,
  { counted, bound }: Counts,
  { limits, quotaZone, basis }: Pick<InForce, "limits" | "quotaZone" | "basis">,
  now: number,
): Status {
  const { deliveries, windows, state } = standing;
  const replies = openWindows(windows, limits, now).map(({ closesAt, times, used }) => ({
    closesAt,
    ...(times !== undefined && { left: Math.max(0, times - used) }),
  }));
  return {
    proactive: proactiveOf(standing, limits, quotaZone, now),
    ...(basis.why !== "set" && basis.why !== "alike" && { basis }),
    held: deliveries.filter(({ answers }) => answers === undefined).length,
    counted,
    windows: replies.filter(({ left }) => left !== 0),
    ...mutedBy(state, now),
    mutes: Object.entries(state.mutes ?? {})
      .filter(([, until]) => until > now)
      .map(([route, until]) => ({ route, until })),
    bound,
  };
}

/** A mute of all outweighs one that lets pass what is critical. */
function mutedBy({ mutedUntil = 0, hushedUntil = 0 }: TargetState, now: number): Pick<Status, "muted"> {
  if (mutedUntil > now) return { muted: { until: mutedUntil, all: true } };
  return hushedUntil > now ? { muted: { until: hushedUntil, all: false } } : {};
}

/** Whom a scene's targets share counters with: no scene has rules of both the guild and the bot. */
const sharerOf = ({ proactive }: SceneLimits): "guild" | "bot" =>
  proactive.some(({ per }) => per === "guild") ? "guild" : "bot";

/** What QQ said against pushes: an event's word first, that goes for longer. */
function barredBy(
  { gone, proactive, goneUntil = 0, deniedUntil = 0 }: TargetState,
  now: number,
): Status["proactive"] | undefined {
  if (gone) return { kind: "gone" };
  if (proactive === "denied") return { kind: "denied" };
  if (goneUntil > now) return { kind: "gone", until: goneUntil };
  return deniedUntil > now ? { kind: "denied", until: deniedUntil } : undefined;
}

function proactiveOf(
  { quota, state }: Standing,
  limits: SceneLimits,
  quotaZone: string,
  now: number,
): Status["proactive"] {
  const barred = barredBy(state, now);
  if (barred) return barred;
  if (repliesOnly(limits)) return { kind: "replies-only" };
  const { sharedClosedUntil = 0 } = state;
  if (sharedClosedUntil > now) return { kind: "closed", until: sharedClosedUntil, of: sharerOf(limits) };
  const limiting = rulesOf(limits, "target").filter(({ tallied }) => !tallied);
  const rules = limiting.map((rule) => {
    const { left, opensAt } = roomOf(quota, [rule], quotaZone, now, rule.max);
    return { every: rule.every, max: rule.max, left: Math.max(0, left), opensAt };
  });
  return { kind: "counted", rules };
}
