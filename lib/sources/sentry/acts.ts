import { minute } from "../../base/time.ts";
import type { Act } from "../../model/act.ts";
import type { MapContext } from "../../model/source.ts";

/** An error that is new comes as an issue, and in the same moment as the event that alert rules or `error` send. */
const beside = {
  created: [["event_alert", "triggered"] as const, ["error", "created"] as const],
  event: [["issue", "created"] as const],
} as const;

/** Longer than Sentry takes from one to the other; what sets off a rule later is news. */
const moment = 1 * minute;

/** The act that the first of an issue is, where the route may hear of it by another resource as well; `adds` what only the event says. */
export function actOf(
  what: keyof typeof beside,
  key: string | undefined,
  { hears }: Pick<MapContext, "hears">,
  adds: readonly string[] = [],
): Act | undefined {
  if (key === undefined || !beside[what].some(([event, action]) => hears?.(event, action))) return undefined;
  return what === "created"
    ? { keys: [key], rank: 2, keep: moment }
    : { keys: [key], rank: 1, after: 2, ...(adds.length > 0 && { adds }) };
}
