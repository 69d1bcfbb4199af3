import { isObject } from "../../base/is-object.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import type { MapContext, Parsed } from "../../model/source.ts";
import { defineFormat } from "../define-format.ts";
import { firstFault } from "../first-fault.ts";
import { asNotice, type Telling } from "../monitor/as-notice.ts";
import { readJson } from "../read-json.ts";
import { PluginBody, SentryBody } from "./body.ts";
import { tellPlugin } from "./plugin.ts";
import { tellerOf } from "./resources.ts";

/**
 * Sentry's webhooks. An integration's name their resource in a header; those of the plugin are alerts of events. The body that
 * fits is handed on as it came.
 */
export const sentryFormat = defineFormat<unknown>({
  parse(inbound) {
    const read = readJson(inbound.body);
    if (isRefusal(read)) return read;
    const resource = inbound.headers["sentry-hook-resource"]?.trim() ?? "";
    if (isOfPlugin(read.json)) return parsePlugin(read.json, inbound);
    return /^[a-z0-9_.]{1,64}$/.test(resource) ? parseResource(resource, read.json, inbound) : refuseResource;
  },

  map({ event, action, body }, context) {
    const telling = isOfPlugin(body) ? tellPlugin(PluginBody.parse(body), context) : tellResource(event, body, context);
    return telling && asNotice("sentry", action ? `${event}.${action}` : event, telling, context.at);
  },
});

const refuseResource = refuse(
  "unreadable",
  "header Sentry-Hook-Resource is missing, or names no resource: this route takes Sentry’s webhooks",
  "请求头 Sentry-Hook-Resource 没有，或不是资源名：这条路由收 Sentry 的 webhook",
);

const isOfPlugin = (json: unknown): boolean => isObject(json) && !Object.hasOwn(json, "data");

function tellResource(resource: string, json: unknown, context: MapContext): Telling | undefined {
  const body = SentryBody.parse(json);
  const { schema, map } = tellerOf(resource);
  return map(schema.parse(body.data), body, context);
}

/** Every try has a Request-ID of its own, and a time that is not signed: a repeat is known by its body. */
const common = ({ body }: Inbound) => ({ content: new TextDecoder().decode(body), bot: false }) as const;

function parseResource(resource: string, json: unknown, inbound: Inbound): Parsed | Refusal {
  const fitted = SentryBody.safeParse(json);
  if (!fitted.success) return refuse("invalid", ...firstFault(fitted.error));
  const body = fitted.data;
  const data = tellerOf(resource).schema.safeParse(body.data);
  if (!data.success) return refuse("invalid", ...firstFault(data.error));
  return {
    ...common(inbound),
    event: resource,
    action: body.action,
    body: json,
  };
}

function parsePlugin(json: unknown, inbound: Inbound): Parsed | Refusal {
  const fitted = PluginBody.safeParse(json);
  if (!fitted.success) return refuse("invalid", ...firstFault(fitted.error));
  return { ...common(inbound), event: "event_alert", action: "triggered", body: json };
}
