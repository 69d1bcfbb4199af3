import { refuse, type Refusal } from "../../model/refusal.ts";
import type { Parsed, ReadOptions } from "../../model/source.ts";
import { firstFault } from "../first-fault.ts";
import { oneLine } from "../one-line.ts";
import { AlertmanagerBody } from "./body.ts";
import { contentOf } from "./content.ts";
import { severityOf } from "./severity.ts";
import { isFiring } from "./status.ts";

/** What routes go by of a notification; a severity that nobody knows is told beside it. */
export function parseAlerts(json: unknown, { levels }: ReadOptions): Parsed<AlertmanagerBody> | Refusal {
  const { data: body, error } = AlertmanagerBody.safeParse(json);
  if (!body) return refuse("invalid", ...firstFault(error));
  const unknown = body.alerts.map((alert) => severityOf(alert, levels)).find(({ word, level }) => word && !level);
  return {
    event: body.alerts.some((alert) => isFiring(alert, body)) ? "firing" : "resolved",
    content: contentOf(body),
    bot: false,
    body,
    ...(unknown && { unknownLevel: oneLine(unknown.word, 60) }),
  };
}
