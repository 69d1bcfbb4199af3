import { topFields } from "../../../lib/base/top-fields.ts";
import { isObject } from "../../../lib/base/is-object.ts";
import type { Inbound } from "../../../lib/model/inbound.ts";
import { isRefusal } from "../../../lib/model/refusal.ts";
import type { Source } from "../../../lib/model/source.ts";
import { type SourceName, sources } from "../../../lib/sources/index.ts";

/** Senders that a header names. Those that also send another's headers stand before it. */
const byHeader = [
  "gitea",
  "gitee",
  "coding",
  "bitbucket",
  "gitlab",
  "github",
  "sentry",
  "sns",
  "linear",
  "jira",
  "pagerduty",
  "stripe",
  "vercel",
  "miniflux",
  "flux",
  "cloudflare",
  "diun",
  "sonarr",
  "radarr",
  "lidarr",
  "readarr",
  "prowlarr",
  "emby",
  "bililive-recorder",
  "standard-webhooks",
] as const satisfies readonly SourceName[];

/** Senders whose bodies have names at their top that no other's have. */
const byBody = [
  "sns",
  "grafana",
  "uptime-kuma",
  "healthchecks",
  "sentry",
  "jira",
  "stripe",
  "pagerduty",
  "miniflux",
  "flux",
  "jellyfin",
  "diun",
  "emby",
  "bililive-recorder",
  "azure-monitor",
  "statuspage",
  "uptimerobot",
  "cloudmonitor",
  "coolify",
  "jenkins",
  "zabbix",
  "alertmanager",
] as const satisfies readonly SourceName[];

type Fields = ReadonlyMap<string, unknown>;

const hasAll =
  (...names: readonly string[]) =>
  (fields: Fields): boolean =>
    names.every((name) => fields.has(name));

/** Whether what stands under a name has these members. */
const holds =
  (name: string, ...members: readonly string[]) =>
  (fields: Fields): boolean => {
    const value = fields.get(name);
    return isObject(value) && members.every((member) => Object.hasOwn(value, member));
  };

/** What an app of the *arr family is called unless its owner calls it otherwise. */
const isApp =
  (name: string) =>
  (fields: Fields): boolean => {
    const instance = fields.get("instanceName");
    return fields.has("eventType") && typeof instance === "string" && instance.toLowerCase().startsWith(name);
  };

/** Bodies that are told by more than the names at their top, where their senders tell themselves by a header that was not kept. */
const byShape = [
  ["linear", hasAll("action", "type", "webhookTimestamp")],
  ["stripe", hasAll("object", "type", "livemode", "data")],
  ["vercel", hasAll("id", "type", "createdAt", "payload")],
  ["cloudflare", hasAll("text", "alert_type", "policy_name")],
  ["pagerduty", holds("event", "event_type", "resource_type")],
  ["sonarr", isApp("sonarr")],
  ["radarr", isApp("radarr")],
  ["lidarr", isApp("lidarr")],
  ["readarr", isApp("readarr")],
  ["prowlarr", isApp("prowlarr")],
  ["feishu", hasAll("msg_type", "content")],
  ["feishu", hasAll("msg_type", "card")],
  ["wecom", holds("markdown", "content")],
  ["wecom", hasAll("msgtype", "markdown_v2")],
  ["wecom", hasAll("msgtype", "template_card")],
  ["dingtalk", hasAll("msgtype", "markdown")],
  ["dingtalk", hasAll("msgtype", "text")],
  ["dingtalk", hasAll("msgtype", "link")],
  ["dingtalk", hasAll("msgtype", "actionCard")],
  ["dingtalk", hasAll("msgtype", "feedCard")],
  ["telegram", hasAll("chat_id", "text")],
  ["slack", hasAll("blocks")],
  ["slack", hasAll("attachments", "text")],
  ["discord", hasAll("embeds")],
] as const satisfies readonly (readonly [SourceName, (fields: Fields) => boolean])[];

const none: ReadonlySet<string> = new Set();

/** A request that nobody named a source for, and the headers that its source cannot do without. */
export type Guessed = { readonly source: SourceName; readonly inbound: Inbound };

/**
 * Whose a request is that nobody named a source for: by a header, by names that only one sender's body has, else anything. A
 * push of a forge that was saved without its headers gets the one that says so.
 */
export async function guessSource(inbound: Inbound): Promise<Guessed> {
  const isMine = (name: SourceName, keys: ReadonlySet<string>): boolean => {
    const source: Source = sources[name];
    return source.isMine?.(inbound, keys) === true;
  };
  const named = byHeader.find((name) => isMine(name, none));
  if (named) return { source: named, inbound };
  const fields = topFields(inbound, Number.POSITIVE_INFINITY);
  const keys = keysOf(fields);
  if (pushFields.every((name) => keys.has(name))) return { source: "github", inbound: withEvent(inbound) };
  const known = byBody.find((name) => isMine(name, keys));
  if (known === "grafana" || known === "alertmanager") return { source: await whoseAlerts(inbound), inbound };
  const shaped = byShape.find(([, isShaped]) => isShaped(fields))?.[0];
  return { source: known ?? shaped ?? "generic", inbound };
}

/** The names at the top, and of the JSON in a form's `payload`. */
function keysOf(fields: Fields): ReadonlySet<string> {
  const payload = fields.get("payload");
  const inner = typeof payload === "string" ? topFields({ body: Buffer.from(payload), headers: {} }, 1e7) : new Map();
  return new Set([...fields.keys(), ...[...inner.keys()].map(String)]);
}

/** Grafana sends Alertmanager's body, and more. */
async function whoseAlerts(inbound: Inbound): Promise<SourceName> {
  const parsed = (await sources.grafana.load()).parse(inbound, {});
  if (isRefusal(parsed)) return "generic";
  return isObject(parsed.body) && Object.hasOwn(parsed.body, "orgId") ? "grafana" : "alertmanager";
}

/** What every push of GitHub's has at its top. */
const pushFields = ["ref", "commits", "pusher", "sender", "repository"];

/** A push of GitHub's that was saved without its headers is told by what it holds. */
export function withEvent(inbound: Inbound): Inbound {
  if (Object.keys(inbound.headers).some((name) => name.endsWith("-event"))) return inbound;
  const fields = topFields(inbound, Number.POSITIVE_INFINITY);
  return pushFields.every((name) => fields.has(name))
    ? { ...inbound, headers: { ...inbound.headers, "x-github-event": "push" } }
    : inbound;
}
