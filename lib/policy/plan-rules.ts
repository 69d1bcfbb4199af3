import { readDuration } from "../model/duration.ts";
import type { SceneLimits } from "../model/limits.ts";
import type { Route, RoutePolicy } from "../model/route.ts";

/** A route's policy with its defaults, durations in milliseconds. */
export type ResolvedPolicy = {
  readonly reserve: number;
  readonly maxAge: number;
  readonly onUnsure: NonNullable<RoutePolicy["onUnsure"]>;
};

/** One day longer than the longest quota period, so that what waits for a new month is not given up just before it. */
const defaultMaxAge = "32d";

/** The policy of a route; of one that the configuration no longer has, the default. */
export function resolvePolicy(route: Pick<Route, "policy"> | undefined): ResolvedPolicy {
  const { reserve = 0, maxAge = defaultMaxAge, onUnsure = "resend" } = route?.policy ?? {};
  return { reserve, maxAge: readDuration(maxAge) ?? readDuration(defaultMaxAge) ?? Infinity, onUnsure };
}

/** What a plan is made by, besides the standing. */
export type PlanRules = {
  readonly limits: SceneLimits;
  /** Policy of a route by its id. */
  readonly policyOf: (route: string) => ResolvedPolicy;
  readonly timeZone: string;
};
