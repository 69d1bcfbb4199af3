import type { Level } from "../../model/level.ts";
import { isRefusal, refuse } from "../../model/refusal.ts";
import type { MapContext } from "../../model/source.ts";
import { defineFormat } from "../define-format.ts";
import { firstFault } from "../first-fault.ts";
import { readLevel } from "../levels/read-level.ts";
import { asNotice, type Telling } from "../monitor/as-notice.ts";
import { someLines } from "../monitor/some-lines.ts";
import { KumaBody, readTime, type State, states } from "./body.ts";
import { linesOf } from "./lines.ts";
import { readBody } from "./read-body.ts";
import { readExpiry } from "./read-expiry.ts";
import { words } from "./words.ts";

/** Uptime Kuma's webhook. The body that fits is handed on as it came. */
export const uptimeKumaFormat = defineFormat<unknown>({
  parse(inbound) {
    const read = readBody(inbound);
    if (isRefusal(read)) return read;
    const fitted = KumaBody.safeParse(read.json);
    if (!fitted.success) return refuse("invalid", ...firstFault(fitted.error));
    const body = fitted.data;
    const { heartbeat, monitor, msg } = body;
    if (msg === undefined && !heartbeat)
      return refuse(
        "invalid",
        "body: neither msg nor heartbeat; this route takes Uptime Kuma’s webhook",
        "body：没有 msg，也没有 heartbeat；这条路由收 Uptime Kuma 的 webhook",
      );
    return {
      event: stateOf(body) ?? readExpiry(body)?.what ?? "notice",
      content: JSON.stringify([monitor?.id, monitor?.name, heartbeat?.time, heartbeat?.status, msg]),
      bot: false,
      body: read.json,
    };
  },

  map({ event, body: sent }, context) {
    const body = KumaBody.parse(sent);
    const state = stateOf(body);
    const telling = state ? tellState(body, state, context) : tellWords(body, context);
    return asNotice("uptime-kuma", event, telling, context.at);
  },
});

const stateOf = ({ heartbeat }: KumaBody): State | undefined => (heartbeat ? states[heartbeat.status] : undefined);

/** Whatever a route's own scale says, that it is well again ends what was. */
const levelOf = (state: State, { levels }: MapContext): Level =>
  state === "up" ? "success" : (readLevel(state, levels) ?? "info");

function tellState(body: KumaBody, state: State, context: MapContext): Telling {
  const say = words[context.language];
  const { heartbeat, monitor } = body;
  const name = monitor?.pathName ?? monitor?.name ?? say.unnamed;
  return {
    level: levelOf(state, context),
    title: say.states[state](name),
    lines: linesOf(body, state, context),
    link: linkOf(body),
    at: readTime(heartbeat?.time),
    key: keyOf(body),
    replaces: true,
    resolved: state === "up",
    tally: { where: name, what: say.tally[state] },
  };
}

/** A monitor's number alone is that of another instance's monitor too. */
const keyOf = ({ monitor }: KumaBody): string | undefined =>
  [monitor?.id, monitor?.name].filter(Boolean).join("/") || undefined;

/** Monitors that ask no page have `https://` for their URL. */
const linkOf = ({ monitor }: KumaBody): string | undefined => (monitor?.hostname ? undefined : monitor?.url);

/** What runs out soon; or a test message, and whatever else has only words. */
function tellWords(body: KumaBody, { language }: MapContext): Telling {
  const expiry = readExpiry(body);
  if (expiry) {
    const { what, name, url, subject, kind, days } = expiry;
    return {
      level: days > urgent ? "warning" : "error",
      title: words[language].expiry[what](name, days),
      lines: [subject && `${subject} (${kind})`],
      link: url,
      key: [what, url ?? name, subject].filter(Boolean).join("/"),
      replaces: true,
    };
  }
  const [title = words[language].empty, ...lines] = someLines(body.msg ?? body.heartbeat?.msg, 10);
  return { level: "info", title, lines, link: linkOf(body) };
}

/** In days. */
const urgent = 3;
