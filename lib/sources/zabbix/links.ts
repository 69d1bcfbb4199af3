import { httpLink } from "../http-link.ts";
import type { ZabbixBody } from "./body.ts";

/** The event's page in Zabbix, whose address the macro `{$ZABBIX.URL}` holds; or else the one that the trigger names. */
export function pageOf(body: ZabbixBody): string | undefined {
  const { zabbix_url: zabbix, event_source: source, trigger_id: trigger, event_id: event, trigger_url, link } = body;
  const site = httpLink(zabbix)?.replace(/\/+$/, "");
  const isEvent = source === "0" && /^\d+$/.test(trigger ?? "") && /^\d+$/.test(event ?? "");
  const page = site && (isEvent ? `${site}/tr_events.php?triggerid=${trigger}&eventid=${event}` : undefined);
  return page ?? httpLink(trigger_url) ?? httpLink(link) ?? site;
}
