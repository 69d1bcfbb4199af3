import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { tellTimes } from "../times.ts";
import { joinSaid } from "../join-said.ts";
import { readLevel } from "../levels/read-level.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import { alarmLink, readAlarmArn } from "./alarm-link.ts";
import { readInstant } from "./read-instant.ts";
import { type Alarm, childrenOf, measuredBy, noDataOf, stateOf } from "./read-alarm.ts";
import { tellText } from "./tell-text.ts";
import { words } from "./words.ts";

/** In characters, and how many are named of what may be many. */
const max = { name: 120, reason: 300, place: 200, names: 5 };

const levels = { alarm: "error", ok: "success", "insufficient-data": "warning" } as const satisfies Record<
  string,
  Level
>;

/** An alarm's state as one notice: it says all that older ones of the alarm said, and ends them when it is well. */
export function mapAlarm(alarm: Alarm, event: string, topic: string, context: MapContext): Notice {
  const { alarm: titles, otherState, tally } = words[context.language];
  const state = stateOf(alarm);
  const name = oneLine(alarm.AlarmName, max.name) || "CloudWatch";
  const at = readInstant(alarm.StateChangeTime) ?? context.at;
  const link = alarmLink(alarm);
  return {
    source: "sns",
    event,
    level: levelOf(alarm, context),
    title: state === undefined ? otherState(name, oneLine(alarm.NewStateValue, 60) || "?") : titles[state](name),
    lines: [reasonOf(alarm, at, context), ...tellText(alarm.AlarmDescription), placeOf(alarm)].filter(
      (line) => line !== "",
    ),
    ...(link !== undefined && { link }),
    at: at.toISOString(),
    key: `sns/${shortKey(alarm.AlarmArn || `${topic}/${alarm.AlarmName}`)}`,
    replaces: true,
    content: alarm.NewStateValue,
    ...(state !== undefined && { tally: { where: name, what: tally[state] } }),
    ...(state === "ok" && { resolved: true }),
  };
}

function levelOf(alarm: Alarm, { levels: own = {} }: MapContext): Level {
  const state = stateOf(alarm);
  return readLevel(alarm.NewStateValue, own) ?? (state === undefined ? "info" : levels[state]);
}

/** Why it is in this state, and since when; what is well has no since. */
function reasonOf(alarm: Alarm, at: Date, context: MapContext): string {
  const { brackets, since } = words[context.language];
  const why = oneLine(whyOf(alarm, context), max.reason);
  return why === "" || stateOf(alarm) === "ok" ? why : `${why}${brackets(since(tellTimes(context)(at)))}`;
}

/** What was measured, which alarms set it off, that nothing came, or else CloudWatch's own sentence. */
function whyOf(alarm: Alarm, { language }: MapContext): string {
  const { measured, noData, setOffBy, comma } = words[language];
  const found = measuredBy(alarm);
  if (found) return measured(oneLine(found.metric, max.name), found.value, found.condition);
  const children = childrenOf(alarm).map((name) => oneLine(name, max.name));
  if (children.length > 0 && stateOf(alarm) === "alarm")
    return setOffBy(`${children.slice(0, max.names).join(comma)}${children.length > max.names ? "…" : ""}`);
  const nothing = noDataOf(alarm);
  return nothing === undefined ? alarm.NewStateReason : noData[nothing];
}

/** Where it is: what the metric is of, the region, the account. */
function placeOf({ Trigger, AlarmArn, Region, AWSAccountId }: Alarm): string {
  const of = (Trigger?.Dimensions ?? [])
    .slice(0, max.names)
    .flatMap(({ name, value }) => (value === "" ? [] : [`${name}=${value}`]));
  const { region = Region, account = AWSAccountId } = readAlarmArn(AlarmArn) ?? {};
  return joinSaid([oneLine(of.join(" "), max.place), oneLine(region, 60), oneLine(account, 20)], " · ");
}
