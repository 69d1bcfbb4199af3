import { type Level, levelRank } from "../../model/level.ts";
import { readLevel } from "../level-words.ts";
import type { Alert, AlertmanagerBody } from "./body.ts";

/** An alert without a status of its own has its group's; whatever is not resolved is firing. */
export const isFiring = (alert: Alert, body: Pick<AlertmanagerBody, "status">): boolean =>
  (alert.status || body.status) !== "resolved";

/** How bad a firing alert is, by its `severity` label. A label that says no badness is a warning all the same. */
export function severityOf(alert: Alert): Level {
  const level = readLevel(alert.labels["severity"] ?? "") ?? "warning";
  return level === "success" ? "info" : level;
}

/** The level of the worst of some firing alerts. */
export const severest = (alerts: readonly Alert[]): Level =>
  alerts.map((alert) => severityOf(alert)).reduce((a, b) => (levelRank(b) > levelRank(a) ? b : a), "info");
