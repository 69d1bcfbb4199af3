import type { MapContext } from "../../model/source.ts";
import { alertLines, short, textOf } from "./alert-line.ts";
import { annotationOf, long } from "./annotations.ts";
import type { Alert, AlertmanagerBody } from "./body.ts";
import { labelsOf } from "./labels.ts";
import { isFiring } from "./status.ts";

/** Alerts in a line each. Those that would read alike are told with the labels that set them apart, or else with their description. */
export function tellApart(alerts: readonly Alert[], body: AlertmanagerBody, context: MapContext): readonly string[] {
  const tell = alertLines(body, context);
  const lines = alerts.map((alert) => tell(alert));
  return alerts.map((alert, at) => {
    const line = lines[at] ?? "";
    const alike = line === "" ? [] : alerts.filter((_, other) => lines[other] === line);
    return alike.length > 1 ? tell(alert, differenceOf(alert, alike, body)) : line;
  });
}

function differenceOf(alert: Alert, alike: readonly Alert[], body: AlertmanagerBody): string {
  const shared = Object.entries(alert.labels).filter(([label, value]) =>
    alike.every(({ labels }) => labels[label] === value),
  );
  const labels = labelsOf(alert, { ...body, alerts: [...alike], commonLabels: Object.fromEntries(shared) });
  if (labels !== "" || !isFiring(alert, body)) return short(labels);
  const description = annotationOf(alert, long) ?? "";
  return description === textOf(alert, body) ? "" : short(description);
}
