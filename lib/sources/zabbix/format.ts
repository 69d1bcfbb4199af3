import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { isRefusal, refuse } from "../../model/refusal.ts";
import type { MapContext } from "../../model/source.ts";
import { defineFormat } from "../define-format.ts";
import { firstFault } from "../first-fault.ts";
import { lookUp } from "../look-up.ts";
import { asNotice, type Telling } from "../monitor/as-notice.ts";
import { someLines } from "../monitor/some-lines.ts";
import { readJson } from "../read-json.ts";
import { tellLength } from "../times.ts";
import { type Kind, kindOf, nameOf, placeOf, ZabbixBody } from "./body.ts";
import { readDuration } from "./duration.ts";
import { pageOf } from "./links.ts";
import { levelOf } from "./severity.ts";
import { words } from "./words.ts";

/** What the relay's media type for Zabbix posts. The body that fits is handed on as it came. */
export const zabbixFormat = defineFormat<unknown>({
  parse(inbound) {
    const read = readJson(inbound.body);
    if (isRefusal(read)) return read;
    const fitted = ZabbixBody.safeParse(read.json);
    if (!fitted.success) return refuse("invalid", ...firstFault(fitted.error));
    const body = fitted.data;
    const { event_source: source, alert_subject: subject, alert_message: message, trigger, test } = body;
    if ([source, subject, message, trigger, test].every((said) => said === undefined))
      return refuse(
        "invalid",
        "body: neither event_source nor alert_subject; this route takes what the relay’s media type for Zabbix posts",
        "body：没有 event_source，也没有 alert_subject；这条路由收本项目的 Zabbix 媒介类型发来的内容",
      );
    return { event: kindOf(body), content: JSON.stringify(read.json), bot: false, body: read.json };
  },

  map({ event, body: sent }, context) {
    const body = ZabbixBody.parse(sent);
    const kind = kindOf(body);
    return asNotice(
      "zabbix",
      event,
      kind === "notice" || kind === "test" ? tellWords(body, context) : tell(body, kind, context),
      context.at,
    );
  },
});

type Thread = Exclude<Kind, "notice" | "test">;

/** A problem, what people do to it, and its end: all of one event's number. */
function tell(body: ZabbixBody, kind: Thread, context: MapContext): Telling {
  const { event_source: source, event_id: id } = body;
  const say = words[context.language];
  const name = nameOf(body) ?? "";
  const place = placeOf(body) ?? "";
  return {
    level: levels[kind](body, context),
    title: say[kind](name.includes(place) ? "" : place, name),
    lines: lines[kind](body, context),
    link: pageOf(body),
    key: id === undefined ? `${place}/${name}` : `${source ?? ""}/${id}`,
    replaces: kind !== "update",
    resolved: kind === "recovery",
    tally: { where: place || name, what: say.tally[kind] },
  };
}

/** That somebody acknowledged it is no alarm; that they changed how bad it is may be one. */
const levels = {
  problem: ({ event_nseverity: number, event_severity: name, severity }, { levels: scale }) =>
    levelOf(number, name ?? severity, scale),
  update: (
    { event_update_nseverity: number, event_update_severity: name, event_update_action: action },
    { levels: scale },
  ) => {
    const changed = name ?? changeOf(action)?.to;
    return number === undefined && changed === undefined ? "info" : levelOf(number, changed, scale);
  },
  recovery: () => "success",
} as const satisfies Record<Thread, (body: ZabbixBody, context: MapContext) => Level>;

type LinesOf = (body: ZabbixBody, context: MapContext) => readonly (string | undefined)[];

/** What each tells beside its title. */
const lines = {
  problem: (body, { language }) => {
    const { event_severity: severity = body.severity, event_opdata: values, trigger_description: description } = body;
    const say = words[language];
    return [
      severity && say.severity(severityIn(say, severity)),
      values ? say.now(values) : body.item,
      ...someLines(description, 3),
    ];
  },
  recovery: (body, { language }) => {
    const length = readDuration(body.event_duration);
    return [length ? words[language].lasted(tellLength(length, language)) : undefined, body.event_opdata];
  },
  update: (body, { language }) => {
    const { event_update_user: who, event_update_action: action, event_update_message: message, event_age: age } = body;
    const say = words[language];
    const length = readDuration(age);
    return [
      action && say.did(who ?? say.someone, tellActions(action, say)),
      ...someLines(message, 5),
      length ? say.since(tellLength(length, language)) : undefined,
    ];
  },
} as const satisfies Record<Thread, LinesOf>;

/** `acknowledged, changed severity from Average to High`, as `{EVENT.UPDATE.ACTION}` says it. */
function tellActions(actions: string, say: (typeof words)[Language]): string {
  const tell = (action: string): string => {
    const change = changeOf(action);
    return change
      ? say.changed(severityIn(say, change.from), severityIn(say, change.to))
      : (lookUp<string>(say.actions, action) ?? action);
  };
  return actions
    .split(/, | and /)
    .map(tell)
    .join(say.join);
}

const severityIn = (say: (typeof words)[Language], name: string): string =>
  lookUp<string>(say.severities, name) ?? name;

function changeOf(action = ""): { readonly from: string; readonly to: string } | undefined {
  const [, from, to] = /changed severity from ([^,]{1,60}?) to ([^,]{1,60}?)(?:$|, | and )/.exec(action) ?? [];
  return from && to ? { from, to } : undefined;
}

/** What has no thread: a host that Zabbix found, or a test, in the words of the media type's own templates. */
function tellWords(body: ZabbixBody, { language }: MapContext): Telling {
  const [first, ...more] = someLines(body.alert_message, 10);
  const title = body.alert_subject ?? first ?? words[language].test;
  return {
    level: "info",
    title,
    lines: title === first ? more : [first, ...more],
    link: pageOf(body),
  };
}
