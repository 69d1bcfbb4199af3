import type { Alert, AlertmanagerBody } from "./body.ts";

/**
 * What two copies of one notification share. Alertmanager sends no delivery id, repeats a notification byte by byte until
 * it is accepted, and each peer of a highly available pair sends its own.
 */
export const contentOf = (body: AlertmanagerBody): string =>
  JSON.stringify([
    groupOf(body),
    body.status,
    body.alerts.map((alert) => `${fingerprintOf(alert)}:${alert.status}:${alert.startsAt}`).toSorted(),
  ]);

/** The group that a notification is about; senders in Alertmanager's shape may leave the key out, or tell no group at all. */
export function groupOf(body: AlertmanagerBody): string | undefined {
  if (body.groupKey !== "") return body.groupKey;
  const labels = sorted(body.groupLabels);
  return labels.length > 0 ? JSON.stringify([body.receiver, labels]) : undefined;
}

/** What an alert is known by: its labels. */
export const fingerprintOf = (alert: Alert): string => alert.fingerprint || JSON.stringify(sorted(alert.labels));

const sorted = (labels: Alert["labels"]): readonly (readonly [string, string])[] =>
  Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
