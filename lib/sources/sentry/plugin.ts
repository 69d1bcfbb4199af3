import type { MapContext } from "../../model/source.ts";
import type { Telling } from "../monitor/as-notice.ts";
import type { PluginBody } from "./body.ts";
import { tellEvent } from "./event-alert.ts";
import { words } from "./words.ts";

/** What the plugin posts, told as an alert rule's event is. */
export function tellPlugin(body: PluginBody, context: MapContext): Telling {
  const { id, event, culprit, level, triggering_rules: rules, url } = body;
  const { unnamed } = words[context.language];
  const where = body.project_name ?? body.project_slug ?? body.project ?? unnamed;
  const title = event.title ?? body.message ?? culprit ?? unnamed;
  const told = { ...event, title, culprit, level, issue_id: id, web_url: url };
  return tellEvent(told, { where, rule: rules?.slice(0, 3).join(", ") }, context);
}
