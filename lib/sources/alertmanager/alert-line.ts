import { cutToFit } from "../../base/cut-to-fit.ts";
import { findLinks } from "../../base/find-links.ts";
import type { MapContext } from "../../model/source.ts";
import { lookUp } from "../look-up.ts";
import { oneLine } from "../one-line.ts";
import { annotationOf, otherAnnotations, texts } from "./annotations.ts";
import type { Alert, AlertmanagerBody } from "./body.ts";
import { labelsOf, placeOf } from "./labels.ts";
import { nameOf, standsIn } from "./names.ts";
import { severityOf } from "./severity.ts";
import { isFiring } from "./status.ts";
import { readTime, tellLength, tellTimes } from "../times.ts";
import { valuesOf } from "./values.ts";
import { words } from "./words.ts";

/** In characters. A longer link is left out: it would fill the message, or be cut into one that leads nowhere. */
const max = { text: 300, link: 150, place: 120, values: 100, mark: 20, line: 900 };

/** One alert in a line: `[critical] web-01: 3% of the disk left, now 3.1% (since 03:24)`; `more` is told behind its words. */
export function alertLines(body: AlertmanagerBody, context: MapContext): (alert: Alert, more?: string) => string {
  const { colon, brackets, isResolved, since, lasted, severities, none, now } = words[context.language];
  const tellTime = tellTimes(context);
  const isOver = !body.alerts.some((alert) => isFiring(alert, body));
  const names = new Set(body.alerts.map((alert) => nameOf(alert, body)));

  const mark = (alert: Alert): string => {
    if (!isFiring(alert, body)) return isOver ? "" : `[${isResolved}] `;
    const { word, level } = severityOf(alert, context.levels);
    const shown = /^\d+$/.test(word) && level ? level : word;
    const known = lookUp<string>(severities, shown.toLowerCase());
    return none.has(shown.toLowerCase()) ? "" : `[${known ?? oneLine(shown, max.mark)}] `;
  };
  const time = (alert: Alert): string => {
    const [start, end] = [readTime(alert.startsAt), readTime(alert.endsAt)];
    if (!start) return "";
    if (isFiring(alert, body)) return brackets(since(tellTime(start)));
    return end && end >= start ? brackets(lasted(tellLength(end.getTime() - start.getTime(), context.language))) : "";
  };
  const said = (alert: Alert, more: string): string => {
    const text = sayAlert(alert, body, context);
    const place = oneLine(placeOf(alert)?.value ?? "", max.place);
    const name = names.size > 1 ? oneLine(nameOf(alert, body), max.place) : "";
    const values = isFiring(alert, body) ? oneLine(valuesOf(alert), max.values) : "";
    const parts = [...[name, place].filter((part) => part && !text.includes(part)), text, more].filter((part) => part);
    const line = parts.join(colon);
    if (values === "" || text.includes(values)) return line;
    return `${line.replace(fullStop, "")}${now(values, parts.length === 0)}`;
  };
  return (alert, more = "") => {
    const line = said(alert, more);
    return line === "" ? "" : oneLine(`${mark(alert)}${line}${time(alert)}`, max.line);
  };
}

/** Of a sentence that goes on; an ellipsis stays. */
const fullStop = /(?<![.。…])[.。]$/;

/** What an alert says: in an annotation's words, or else by all that sets it apart. What ended is told as what it was. */
function sayAlert(alert: Alert, body: AlertmanagerBody, { language }: MapContext): string {
  const { was, comma, colon, ...problems } = words[language];
  const problem = standsIn(alert);
  const text = short(textOf(alert, body) ?? "");
  if (text === "" && problem === undefined) {
    const others = isFiring(alert, body) ? otherAnnotations(alert, [valuesOf(alert)]) : [];
    return short([...others, labelsOf(alert, body)].filter((part) => part !== "").join(comma));
  }
  if (!isFiring(alert, body)) return text === "" ? "" : was(text);
  const parts = [problem && problems[problem], text, problem && short(annotationOf(alert, ["Error"]) ?? "")];
  return parts.filter(Boolean).join(colon);
}

/** The annotation that tells most in few words; one that only repeats the alert's name tells nothing. */
export function textOf(alert: Alert, body: AlertmanagerBody): string | undefined {
  const text = annotationOf(alert, texts);
  return text === nameOf(alert, body) && standsIn(alert) ? undefined : text;
}

/** A text without links that are too long to be shown, cut at a word, and at no place inside a link. */
export function short(text: string): string {
  const line = oneLine(text, 2_000);
  const long = findLinks(line).filter(({ start, end }) => end - start > max.link);
  const kept = long.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}${rest.slice(end)}`, line);
  return cutToFit(oneLine(kept, 2_000), (part) => part.length <= max.text);
}
