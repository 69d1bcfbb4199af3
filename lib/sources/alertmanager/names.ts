import { lookUp } from "../look-up.ts";
import type { Alert, AlertmanagerBody } from "./body.ts";

/** What Grafana fires in a rule's place when its query has no answer; `rulename` is the rule. */
const stand = { DatasourceNoData: "noData", DatasourceError: "queryFailed" } as const;

/** Which of Grafana's own alerts stands in for a rule; undefined for a rule's own. */
export const standsIn = ({ labels }: Alert): (typeof stand)[keyof typeof stand] | undefined =>
  labels["rulename"] ? lookUp(stand, labels["alertname"]) : undefined;

/** What an alert is called; a group may name what all of its alerts share only once. */
export function nameOf(alert: Alert, body: AlertmanagerBody): string {
  const name = standsIn(alert) ? alert.labels["rulename"] : alert.labels["alertname"];
  return name || body.commonLabels["alertname"] || body.groupLabels["alertname"] || "";
}

/** Names that a tool keeps for itself: `__alert_rule_uid__`. */
export const isInternal = (name: string): boolean => /^__.*__$/s.test(name);
