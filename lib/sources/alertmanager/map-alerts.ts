import { levelRank } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { capLines } from "../cap-lines.ts";
import { httpLink } from "../http-link.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import { addresses, annotationOf, long } from "./annotations.ts";
import { textOf } from "./alert-line.ts";
import type { Alert, AlertmanagerBody } from "./body.ts";
import { contentOf, groupOf } from "./content.ts";
import { markOf, partsOf } from "./parts.ts";
import { linkOf } from "./links.ts";
import { nameOf } from "./names.ts";
import { levelOf, severest } from "./severity.ts";
import { isFiring } from "./status.ts";
import { readTime } from "../times.ts";
import { tellApart } from "./tell-apart.ts";
import { titleOf } from "./title.ts";
import { words } from "./words.ts";

/** Alerts told one by one; a group may have thousands. */
const room = { lines: 20, bytes: 4_000 };

/** Room for the description of an alert that comes alone. */
const aside = { lines: 5, bytes: 1_500 };

/** A group's alerts as one notice. It says all that older ones of the group said; it ends them when nothing fires. */
export function mapAlerts(
  body: AlertmanagerBody,
  event: string,
  source: "alertmanager" | "grafana",
  context: MapContext,
): Notice {
  const firing = body.alerts.filter((alert) => isFiring(alert, body));
  const listed = severestFirst(body, context).slice(0, room.lines);
  const { kept, left } = capLines(tellApart(listed, body, context), room);
  const unlisted = left.lines + body.alerts.length - listed.length + body.truncatedAlerts;
  const group = groupOf(body);
  const [first] = body.alerts;
  const link = linkOf(body);
  const tally = tallyOf(body, firing.length > 0 ? "firing" : "resolved", context);
  return {
    source,
    event,
    level: firing.length > 0 ? severest(firing, context.levels) : "success",
    title: titleOf(body, context.language),
    lines: [
      ...kept.filter((line) => line !== ""),
      ...(first && body.alerts.length === 1 ? describe(first, body, link, context) : []),
      ...(unlisted > 0 ? [words[context.language].left(unlisted)] : []),
    ],
    ...(link !== undefined && { link }),
    at: changedAt(body, context.at).toISOString(),
    ...(tally !== undefined && { tally }),
    ...(group !== undefined && {
      key: `${source}/${shortKey(group)}`,
      replaces: true,
      parts: partsOf(body),
      content: markOf(contentOf(body)),
      ...(firing.length === 0 && body.truncatedAlerts === 0 && { resolved: true }),
    }),
  };
}

/** Groups of one alert's name are counted together; one that holds several names is told by itself. */
function tallyOf(body: AlertmanagerBody, state: "firing" | "resolved", { language }: MapContext): Notice["tally"] {
  const [name, ...others] = new Set(body.alerts.map((alert) => oneLine(nameOf(alert, body), 120)));
  return name && others.length === 0 ? { where: name, what: words[language].tally[state] } : undefined;
}

const severestFirst = (body: AlertmanagerBody, { levels }: MapContext): readonly Alert[] => {
  const rank = (alert: Alert): number => (isFiring(alert, body) ? levelRank(levelOf(alert, levels)) : -1);
  return body.alerts.toSorted((a, b) => rank(b) - rank(a));
};

/**
 * An alert that comes alone has room for its description, where that says more than its line, and for what to do. Of one
 * that ended this is over.
 */
function describe(
  alert: Alert,
  body: AlertmanagerBody,
  link: string | undefined,
  { language }: MapContext,
): readonly string[] {
  if (!isFiring(alert, body)) return [];
  const text = textOf(alert, body);
  const description = annotationOf(alert, long) ?? "";
  const lines = (description === text ? "" : description)
    .split(/[\r\n]+/)
    .map((line) => oneLine(line))
    .filter((line) => line !== "");
  const { kept, left } = capLines(lines, aside);
  const runbook = httpLink(annotationOf(alert, addresses.runbook));
  return [
    ...kept,
    ...(left.lines > 0 ? ["…"] : []),
    ...(runbook === undefined || runbook === link ? [] : [words[language].runbook(runbook)]),
  ];
}

/** When the group last changed, as its alerts tell it. */
function changedAt(body: AlertmanagerBody, now: Date): Date {
  const times = body.alerts.flatMap((alert) => readTime(isFiring(alert, body) ? alert.startsAt : alert.endsAt) ?? []);
  const past = times.map((time) => time.getTime()).filter((time) => time <= now.getTime());
  return past.length > 0 ? new Date(past.reduce((a, b) => Math.max(a, b))) : now;
}
