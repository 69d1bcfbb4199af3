import type { Alert, AlertmanagerBody } from "./body.ts";
import { isInternal } from "./names.ts";
import { severityLabels } from "./severity.ts";

/** Labels that say where it happens, most telling first. */
const places = ["instance", "pod", "node", "host", "hostname", "ident", "device", "service", "job"] as const;

type Place = { readonly label: string; readonly value: string };

/** Where an alert happens, so far as a label says it. */
export const placeOf = ({ labels }: Alert): Place | undefined =>
  places.map((label) => ({ label, value: labels[label] ?? "" })).find(({ value }) => value !== "");

/** Told as the alert's name, folder or level, or only of use to the tool. */
const skipped: ReadonlySet<string> = new Set([
  "alertname",
  "rulename",
  "grafana_folder",
  "datasource_uid",
  "ref_id",
  ...severityLabels,
]);

/** The labels by which an alert differs from its group, or all of the only one; its place is told before them. */
export const labelsOf = (alert: Alert, body: AlertmanagerBody): string =>
  Object.entries(alert.labels)
    .filter(([label]) => body.alerts.length === 1 || !Object.hasOwn(body.commonLabels, label))
    .filter(([label]) => !skipped.has(label) && !isInternal(label) && label !== placeOf(alert)?.label)
    .map(([label, value]) => `${label}=${value}`)
    .join(" ");
