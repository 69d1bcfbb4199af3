import type { Parsed, ReadOptions } from "../../model/source.ts";
import { oneLine } from "../one-line.ts";
import type { AlertmanagerBody } from "./body.ts";
import { contentOf } from "./content.ts";
import { severityOf } from "./severity.ts";
import { isFiring } from "./status.ts";

/** What routes go by of a notification; a severity that nobody knows is told beside it. */
export function parseAlerts(body: AlertmanagerBody, { levels }: ReadOptions): Parsed<AlertmanagerBody> {
  const unknown = body.alerts.map((alert) => severityOf(alert, levels)).find(({ word, level }) => word && !level);
  return {
    event: body.alerts.some((alert) => isFiring(alert, body)) ? "firing" : "resolved",
    content: contentOf(body),
    bot: false,
    body,
    ...(unknown && { unknownLevel: oneLine(unknown.word, 60) }),
  };
}
