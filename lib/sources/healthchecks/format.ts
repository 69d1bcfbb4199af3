import { isObject } from "../../base/is-object.ts";
import { second } from "../../base/time.ts";
import { isRefusal, refuse } from "../../model/refusal.ts";
import type { MapContext } from "../../model/source.ts";
import { defineFormat } from "../define-format.ts";
import { httpLink } from "../http-link.ts";
import { readLevel } from "../levels/read-level.ts";
import { asNotice, type Telling } from "../monitor/as-notice.ts";
import { someLines } from "../monitor/some-lines.ts";
import { tellLength, tellTimes } from "../times.ts";
import { type Check, isState, readCheck, stateOf } from "./check.ts";
import { readFields } from "./read-fields.ts";
import { words } from "./words.ts";

/** Healthchecks' webhook. Its body is handed on as it came. */
export const healthchecksFormat = defineFormat<unknown>({
  parse(inbound) {
    const fields = readFields(inbound);
    if (isRefusal(fields)) return fields;
    const check = readCheck(fields);
    if (check.name === undefined && check.code === undefined && check.body === undefined)
      return refuse(
        "invalid",
        "body: neither name nor text: give the webhook in Healthchecks a body with $JSON or $NAME_JSON",
        "body：没有 name，也没有文字：请在 Healthchecks 的 webhook 里写上含 $JSON 或 $NAME_JSON 的正文",
      );
    return {
      event: stateOf(check) ?? "notice",
      content: JSON.stringify(fields),
      bot: false,
      body: fields,
    };
  },

  map({ event, body }, context) {
    const check = readCheck(isObject(body) ? body : {});
    const isNamed = check.name !== undefined || check.code !== undefined;
    return asNotice("healthchecks", event, (isNamed ? tellCheck : tellWords)(check, context), context.at);
  },
});

function tellCheck(check: Check, context: MapContext): Telling {
  const { name = words[context.language].unnamed, code, now } = check;
  const state = stateOf(check);
  return {
    level: state === "up" ? "success" : (readLevel(state ?? check.status ?? "", context.levels) ?? "info"),
    title: titleOf(name, check, context),
    lines: linesOf(check, context),
    link: pageOf(check),
    at: now,
    key: code ?? name,
    replaces: state !== undefined,
    resolved: state === "up",
    ...(state && { tally: { where: name, what: words[context.language].tally[state] } }),
  };
}

function titleOf(name: string, check: Check, { language }: MapContext): string {
  const say = words[language];
  const state = stateOf(check);
  if (state === undefined) return check.status ? say.other(name, check.status) : name;
  return check.exit !== undefined && hasFailed(check) ? say.failed(name, check.exit) : say[state](name);
}

/** Whether its last run said that it failed; else what is down was not heard of in time. */
const hasFailed = (check: Check): boolean => stateOf(check) === "down" && /^[1-9]\d{0,3}$/.test(check.exit ?? "");

/** Of one that was not heard of, since when, and what was due; what its last run said, and what it is. */
function linesOf(check: Check, context: MapContext): readonly (string | undefined)[] {
  const { tags, desc, body } = check;
  const isMissed = stateOf(check) === "down" && !hasFailed(check);
  return [
    ...(isMissed ? [tellLastPing(check, context), dueOf(check, context)] : []),
    ...(body === undefined || isState(body) ? [] : someLines(body, 5, "last")),
    desc,
    tags && words[context.language].tags(tags),
  ];
}

function tellLastPing({ last_ping: last }: Check, context: MapContext): string | undefined {
  const ago = last ? context.at.getTime() - last.getTime() : 0;
  if (!last || ago <= 0) return undefined;
  return words[context.language].lastPing(tellTimes(context)(last), tellLength(ago, context.language));
}

function dueOf({ timeout, schedule, grace }: Check, { language }: MapContext): string | undefined {
  const say = words[language];
  const length = (seconds: number): string => tellLength(seconds * second, language);
  const spared = grace ? length(grace) : "";
  if (schedule) return say.schedule(schedule, spared);
  return timeout ? say.every(length(timeout), spared) : undefined;
}

/** The check's page; of its addresses only that of the API has the host of the pages, and none may be shown as it is. */
function pageOf({ update_url: url }: Check): string | undefined {
  const [, site, code] =
    /^(https?:\/\/[^/\s]+(?:\/[^\s]*)?)\/api\/v\d+\/checks\/([\w-]+)$/.exec(httpLink(url) ?? "") ?? [];
  return site && code ? `${site}/checks/${code}/details/` : undefined;
}

/** A text of its user's own making: it says by itself what happened. */
function tellWords({ body }: Check, { levels }: MapContext): Telling {
  const [title = "", ...lines] = someLines(body, 10);
  const word = /\b(?:down|up)\b/i.exec(title)?.[0];
  return { level: readLevel(word ?? "", levels) ?? "info", title, lines };
}
