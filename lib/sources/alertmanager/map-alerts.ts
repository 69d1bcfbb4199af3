import { levelRank } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { capLines } from "../cap-lines.ts";
import { httpLink } from "../http-link.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import { alertLines, textOf } from "./alert-line.ts";
import type { Alert, AlertmanagerBody } from "./body.ts";
import { contentOf, groupOf } from "./content.ts";
import { markOf, partsOf } from "./parts.ts";
import { isFiring, severityOf, severest } from "./status.ts";
import { readTime } from "./times.ts";
import { titleOf } from "./title.ts";
import { words } from "./words.ts";

/** Alerts told one by one; a group may have thousands. */
const room = { lines: 20, bytes: 4_000 };

/** Room for the description of an alert that comes alone. */
const aside = { lines: 5, bytes: 1_500 };

/** A group's alerts as one notice. It says all that older ones of the group said; it ends them when nothing fires. */
export function mapAlerts(body: AlertmanagerBody, event: string, context: MapContext): Notice {
  const firing = body.alerts.filter((alert) => isFiring(alert, body));
  const listed = severestFirst(body).slice(0, room.lines);
  const { kept, left } = capLines(listed.map(alertLines(body, context)), room);
  const unlisted = left.lines + body.alerts.length - listed.length + body.truncatedAlerts;
  const group = groupOf(body);
  const [first] = body.alerts;
  const link = linkOf(body);
  const tally = tallyOf(body, firing.length > 0 ? "firing" : "resolved", context);
  return {
    source: "alertmanager",
    event,
    level: firing.length > 0 ? severest(firing) : "success",
    title: titleOf(body, context.language),
    lines: [
      ...kept.filter((line) => line !== ""),
      ...(first && body.alerts.length === 1 ? describe(first) : []),
      ...(unlisted > 0 ? [words[context.language].left(unlisted)] : []),
    ],
    ...(link !== undefined && { link }),
    at: changedAt(body, context.at).toISOString(),
    ...(tally !== undefined && { tally }),
    ...(group !== undefined && {
      key: `alertmanager/${shortKey(group)}`,
      replaces: true,
      parts: partsOf(body),
      content: markOf(contentOf(body)),
      ...(firing.length === 0 && body.truncatedAlerts === 0 && { resolved: true }),
    }),
  };
}

/** Alertmanager's own page, or the rule of the first alert where its address is none. */
const linkOf = ({ externalURL, alerts }: AlertmanagerBody): string | undefined =>
  httpLink(externalURL) ?? httpLink(alerts[0]?.generatorURL);

/** Groups of one alert's name are counted together; one that holds several names is told by itself. */
function tallyOf(body: AlertmanagerBody, state: "firing" | "resolved", { language }: MapContext): Notice["tally"] {
  const [name, ...others] = new Set(body.alerts.map((alert) => oneLine(alert.labels["alertname"] ?? "", 120)));
  return name && others.length === 0 ? { where: name, what: words[language].tally[state] } : undefined;
}

const severestFirst = (body: AlertmanagerBody): readonly Alert[] => {
  const rank = (alert: Alert): number => (isFiring(alert, body) ? levelRank(severityOf(alert)) : -1);
  return body.alerts.toSorted((a, b) => rank(b) - rank(a));
};

/** An alert that comes alone has room for its description, where that says more than its line. */
function describe(alert: Alert): readonly string[] {
  const description = alert.annotations["description"] ?? "";
  if (textOf(alert) === description) return [];
  const lines = description
    .split(/[\r\n]+/)
    .map((line) => oneLine(line))
    .filter((line) => line !== "");
  const { kept, left } = capLines(lines, aside);
  return left.lines > 0 ? [...kept, "…"] : kept;
}

/** When the group last changed, as its alerts tell it. */
function changedAt(body: AlertmanagerBody, now: Date): Date {
  const times = body.alerts.flatMap((alert) => readTime(isFiring(alert, body) ? alert.startsAt : alert.endsAt) ?? []);
  const past = times.map((time) => time.getTime()).filter((time) => time <= now.getTime());
  return past.length > 0 ? new Date(past.reduce((a, b) => Math.max(a, b))) : now;
}
