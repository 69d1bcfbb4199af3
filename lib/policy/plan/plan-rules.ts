import { readDuration } from "../../model/duration.ts";
import type { Route, RoutePolicy, Routes } from "../../model/route.ts";
import { readTimeOfDay } from "../../model/time-of-day.ts";
import type { SceneName } from "../../model/scene.ts";
import type { Target } from "../../model/target.ts";
import { day } from "../../base/time.ts";
import type { RulesAt } from "../quota/rules-at.ts";
import { targetsOf } from "../intake/targets-of.ts";

/** A route's policy with its defaults; durations and times of day in milliseconds. */
export type ResolvedPolicy = {
  readonly proactive: NonNullable<RoutePolicy["proactive"]>;
  readonly reserve: number;
  readonly maxAge: number;
  readonly onUnsure: NonNullable<RoutePolicy["onUnsure"]>;
  readonly digestAt?: number;
  readonly quiet?: { readonly from: number; readonly to: number };
  readonly spill?: { readonly to: string; readonly after: number };
};

/** One day longer than the longest quota period, so that what waits for a new month is not given up just before it. */
const defaultMaxAge = 32 * day;

/** The policy of a route; of one that the configuration no longer has, the default. */
export function resolvePolicy(route: Pick<Route, "policy"> | undefined): ResolvedPolicy {
  const policy = route?.policy ?? {};
  const { proactive = "auto", reserve = 0, maxAge = "", onUnsure = "resend", digestAt = "" } = policy;
  const digestTime = readTimeOfDay(digestAt);
  const quiet = readQuiet(policy);
  const spill = readSpill(policy);
  return {
    proactive,
    reserve,
    maxAge: readDuration(maxAge) ?? defaultMaxAge,
    onUnsure,
    ...(digestTime !== undefined && { digestAt: digestTime }),
    ...(quiet !== undefined && { quiet }),
    ...(spill !== undefined && { spill }),
  };
}

function readQuiet({ quiet }: RoutePolicy): ResolvedPolicy["quiet"] {
  if (!quiet) return undefined;
  const [from, to] = [readTimeOfDay(quiet.from), readTimeOfDay(quiet.to)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function readSpill({ spill }: RoutePolicy): ResolvedPolicy["spill"] {
  if (!spill) return undefined;
  const after = readDuration(spill.after);
  return after === undefined ? undefined : { to: spill.to, after };
}

/** The policies of all routes, each read once: a plan asks for them many times. */
export function resolvePolicies(routes: Routes): PlanRules["policyOf"] {
  const policies = new Map(Object.entries(routes).map(([id, route]) => [id, resolvePolicy(route)]));
  const unknown = resolvePolicy(undefined);
  return (route) => policies.get(route) ?? unknown;
}

/** What a plan is made by, besides the standing. */
export type PlanRules = RulesAt & {
  /** Policy of a route by its id. */
  readonly policyOf: (route: string) => ResolvedPolicy;
  /** IANA zone of the routes' quiet hours and digest times. */
  readonly timeZone: string;
  /** The settings want no wake-up messages. */
  readonly noWakeup?: true;
  /** The shortest time (ms) after which a route wants something of its own: it gives up, or passes on. */
  readonly shortestWait: number;
  /** Whether all routes to a target let what is not critical spend a push only as the quota lasts. Nothing said: not known. */
  readonly keepsPace?: (target: Target) => boolean;
};

/** Whether a route keeps to the pace of its conversations: one with a time of its own does not. */
const isPaced = ({ proactive, digestAt }: ResolvedPolicy): boolean => proactive !== "always" && digestAt === undefined;

/** Of a scene's targets, those to which no route goes that does not keep to their pace; a route to be paired may go to any. */
export function createKeepsPace(scene: SceneName, routes: Routes): NonNullable<PlanRules["keepsPace"]> {
  const eager = Object.values(routes).filter((route) => route.scene === scene && !isPaced(resolvePolicy(route)));
  const isAnywhere = eager.some(({ to }) => to === "bound");
  const ids = new Set(eager.flatMap(targetsOf).map(({ id }) => id));
  return ({ id }) => !isAnywhere && !ids.has(id);
}

/** The shortest time (ms) after which any of the routes gives up or passes on what waits. */
export function shortestWaitOf(routes: Routes): number {
  const waits = Object.values(routes).flatMap((route) => {
    const { maxAge, spill } = resolvePolicy(route);
    return [maxAge, ...(spill ? [spill.after] : [])];
  });
  return Math.min(defaultMaxAge, ...waits);
}
