import * as z from "zod";
import { text } from "../monitor/fields.ts";

/**
 * What the media type posts: each of its parameters that Zabbix had a value for, by the parameter's name. Beside them the
 * names that an older script of other tools has (`hostname`, `trigger`, `status`, `item`, `link`).
 */
export const ZabbixBody = z.looseObject({
  event_source: text,
  event_value: text,
  event_update_status: text,
  event_id: text,
  event_name: text,
  event_nseverity: text,
  event_severity: text,
  event_update_nseverity: text,
  event_update_severity: text,
  event_opdata: text,
  event_duration: text,
  event_age: text,
  event_update_action: text,
  event_update_message: text,
  event_update_user: text,
  host_name: text,
  service_name: text,
  trigger_id: text,
  trigger_description: text,
  trigger_url: text,
  zabbix_url: text,
  alert_subject: text,
  alert_message: text,
  test: text,
  hostname: text,
  trigger: text,
  status: text,
  severity: text,
  item: text,
  link: text,
});

export type ZabbixBody = z.output<typeof ZabbixBody>;

export type Kind = "problem" | "recovery" | "update" | "notice" | "test";

/** `{EVENT.SOURCE}` of what has a problem and its end: a trigger, an item that Zabbix cannot read, a service. */
const withEnd: ReadonlySet<string> = new Set(["0", "3", "4"]);

/** What it tells. A discovered or registered host has no end; a test in Zabbix's own dialog has no event. */
export function kindOf(body: ZabbixBody): Kind {
  const { event_source: source, event_value: value, event_update_status: updated, trigger, status = "" } = body;
  if (trigger !== undefined) return /^(?:ok|resolved)$/i.test(status) ? "recovery" : "problem";
  if (source === undefined) return "test";
  if (!withEnd.has(source) || nameOf(body) === undefined) return "notice";
  if (updated === "1") return "update";
  return value === "0" ? "recovery" : "problem";
}

export const nameOf = ({ event_name: name, trigger }: ZabbixBody): string | undefined => name ?? trigger;

/** Where it is: a service, or a host. */
export const placeOf = ({ service_name: service, host_name: host, hostname }: ZabbixBody): string | undefined =>
  service ?? host ?? hostname;
