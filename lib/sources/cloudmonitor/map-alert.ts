import { minute, hour } from "../../base/time.ts";
import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { tellLength, tellTimes } from "../times.ts";
import { joinSaid } from "../join-said.ts";
import { readLevel } from "../levels/read-level.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import type { Alert } from "./alert.ts";
import { readInstant } from "./read-instant.ts";
import { words } from "./words.ts";

/** In characters. */
const max = { name: 120, part: 100, place: 200 };

const levels = { alert: "error", ok: "success", "insufficient-data": "warning" } as const satisfies Record<
  string,
  Level
>;

/** One rule's state for one instance: it says all that older ones of these two said, and ends them when it is well. */
export function mapAlert(alert: Alert, event: string, context: MapContext): Notice {
  const { title, tally } = words[context.language];
  const name = oneLine(alert.name, max.name) || "CloudMonitor";
  const at = readInstant(alert.timestamp) ?? context.at;
  return {
    source: "cloudmonitor",
    event,
    level: levelOf(alert, context),
    title: title(name, alert.state),
    lines: [sayAlert(alert, at, context), placeOf(alert)].filter((line) => line !== ""),
    at: at.toISOString(),
    key: `cloudmonitor/${shortKey(`${alert.rule}/${alert.dimensions || alert.instance}`)}`,
    replaces: true,
    content: `${alert.state} ${alert.level}`,
    tally: { where: name, what: tally[alert.state] },
    ...(alert.state === "ok" && { resolved: true }),
  };
}

/** The rule's own level, which is that of the state where it is well; the route's words before all. */
function levelOf({ state, level }: Alert, { levels: own = {} }: MapContext): Level {
  if (state !== "alert") return readLevel(state === "ok" ? "OK" : "INSUFFICIENT_DATA", own) ?? levels[state];
  const read = readLevel(level, own);
  return read === undefined || read === "success" ? levels.alert : read;
}

/** `web-01：CPU使用率 为 95%，告警条件 Average>90（12:04 起）` */
function sayAlert(alert: Alert, at: Date, context: MapContext): string {
  const { colon, comma, measured, condition, since, lasted, brackets } = words[context.language];
  const [metric, value] = [oneLine(alert.metric, max.part), oneLine(alert.value, max.part)];
  const said = [
    metric !== "" && value !== "" ? measured(metric, value) : metric || value,
    alert.expression === "" ? "" : condition(oneLine(alert.expression, max.part)),
  ].filter((part) => part !== "");
  const lines = [oneLine(alert.instance, max.part), said.join(comma)].filter((part) => part !== "");
  const length = alert.state === "ok" ? tellLasted(alert.lasted, context) : "";
  const ended = length === "" ? "" : lasted(length);
  const time = alert.state === "ok" ? ended : since(tellTimes(context)(at));
  return lines.length === 0 ? time : `${lines.join(colon)}${time === "" ? "" : brackets(time)}`;
}

/** CloudMonitor's words for a length, `2小时5分钟`, in the relay's; none of less than a minute, which says nothing. */
function tellLasted(text: string, { language }: MapContext): string {
  const [, hours, minutes] = /^(?:(\d{1,4})\s*小时)?\s*(?:(\d{1,6})\s*分钟)?$/.exec(text) ?? [];
  const length = Number(hours ?? 0) * hour + Number(minutes ?? 0) * minute;
  return length > 0 ? tellLength(length, language) : "";
}

const placeOf = ({ dimensions, region, group }: Alert): string =>
  joinSaid([oneLine(dimensions, max.place), oneLine(region, max.part), oneLine(group, max.part)], " · ");
