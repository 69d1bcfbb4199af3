import type { MapContext } from "../../model/source.ts";
import { lookUp } from "../look-up.ts";
import { oneLine } from "../one-line.ts";
import type { Alert, AlertmanagerBody } from "./body.ts";
import { isFiring } from "./status.ts";
import { readTime, tellLength, tellTimes } from "./times.ts";
import { words } from "./words.ts";

/** Labels that say where it happens, most telling first. */
const places = ["instance", "pod", "node", "host", "device", "service", "job"] as const;

/** One alert in a line: `[critical] web-01: 3% of the disk left (since 03:24)`. */
export function alertLines(body: AlertmanagerBody, context: MapContext): (alert: Alert) => string {
  const { colon, brackets, isResolved, since, lasted, severities } = words[context.language];
  const tellTime = tellTimes(context);
  const isOver = !body.alerts.some((alert) => isFiring(alert, body));
  const names = new Set(body.alerts.map((alert) => alert.labels["alertname"]));

  const mark = (alert: Alert): string => {
    if (!isFiring(alert, body)) return isOver ? "" : `[${isResolved}] `;
    const severity = alert.labels["severity"] ?? "";
    return severity === "" || severity === "none"
      ? ""
      : `[${lookUp<string>(severities, severity.toLowerCase()) ?? severity}] `;
  };
  const time = (alert: Alert): string => {
    const [start, end] = [readTime(alert.startsAt), readTime(alert.endsAt)];
    if (!start) return "";
    if (isFiring(alert, body)) return brackets(since(tellTime(start)));
    return end && end >= start ? brackets(lasted(tellLength(end.getTime() - start.getTime(), context.language))) : "";
  };
  const said = (alert: Alert): string => {
    const text = oneLine(textOf(alert) ?? labelsOf(alert, body));
    const place = places.map((label) => alert.labels[label]).find((value) => value !== undefined && value !== "");
    const name = names.size > 1 ? alert.labels["alertname"] : undefined;
    return [...[name, place].filter((part) => part && !text.includes(part)), text].filter((part) => part).join(colon);
  };
  return (alert) => oneLine(`${mark(alert)}${said(alert)}${time(alert)}`, 600);
}

/** The annotation that tells most in few words. */
export const textOf = (alert: Alert): string | undefined =>
  ["summary", "message", "description", "title"].map((name) => alert.annotations[name]).find((text) => text?.trim());

/** Without an annotation, the labels by which the alert differs from its group. */
const labelsOf = (alert: Alert, body: AlertmanagerBody): string =>
  Object.entries(alert.labels)
    .filter(([label]) => !Object.hasOwn(body.commonLabels, label) && !skipped.has(label))
    .map(([label, value]) => `${label}=${value}`)
    .join(" ");

const skipped: ReadonlySet<string> = new Set(["alertname", "severity", ...places]);
