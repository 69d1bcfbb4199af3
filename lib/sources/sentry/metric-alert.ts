import * as z from "zod";
import type { Level } from "../../model/level.ts";
import type { MapContext } from "../../model/source.ts";
import { lookUp } from "../look-up.ts";
import { readLevel } from "../levels/read-level.ts";
import { text } from "../monitor/fields.ts";
import { someLines } from "../monitor/some-lines.ts";
import { tellLength } from "../times.ts";
import { Metric } from "./body.ts";
import { firstLink } from "./links.ts";
import { defineTeller } from "./teller.ts";
import { words } from "./words.ts";

const Data = z.looseObject({ metric_alert: Metric, description_title: text, description_text: text, web_url: text });

type Data = z.output<typeof Data>;

/** A number that crossed its threshold, or is well again: `action` says how bad it is. */
export const metricAlert = defineTeller({
  schema: Data,
  map(data, { action }, context) {
    const { metric_alert: metric, description_text: description, web_url: page } = data;
    const say = words[context.language];
    const isOver = action === "resolved";
    const where = nameOf(data) ?? say.unnamed;
    return {
      level: levelOf(action, context),
      title: say.metric(where, isOver),
      lines: [
        ...someLines(description, 4),
        metric.projects?.join(", "),
        isOver ? tellLasting(data, context) : undefined,
      ],
      link: firstLink(page),
      at: isOver ? metric.date_closed : metric.date_started,
      key: `metric/${metric.alert_rule?.id ?? metric.id ?? where}`,
      replaces: true,
      resolved: isOver,
      tally: { where, what: say.tally.alert },
    };
  },
});

const nameOf = ({
  metric_alert: { alert_rule: rule, title },
  description_title: described,
}: Data): string | undefined => rule?.name ?? title ?? described?.replace(/^(?:critical|warning|resolved|open): /i, "");

function tellLasting({ metric_alert: metric }: Data, { language }: MapContext): string | undefined {
  const { date_started: start, date_closed: end } = metric;
  if (!start || !end || end <= start) return undefined;
  return words[language].lasted(tellLength(end.getTime() - start.getTime(), language));
}

const levels = { resolved: "success", open: "error" } as const satisfies Record<string, Level>;

const levelOf = (action: string, { levels: scale }: MapContext): Level =>
  action === "resolved" ? "success" : (lookUp<Level>(levels, action) ?? readLevel(action, scale) ?? "error");
