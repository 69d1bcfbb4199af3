import { isRefusal } from "../../model/refusal.ts";
import { mapAlerts } from "../alertmanager/map-alerts.ts";
import { parseAlerts } from "../alertmanager/parse-alerts.ts";
import type { AlertmanagerBody } from "../alertmanager/body.ts";
import { defineFormat } from "../define-format.ts";
import { asAlerts, LegacyBody, statusOf } from "./legacy.ts";
import { oneLine } from "../one-line.ts";
import { readJson } from "../read-json.ts";

/**
 * Grafana's alerts: what its contact points post, in Alertmanager's shape with links and values of its own, and what the
 * alerting of version 7 and before posted.
 */
export const grafanaFormat = defineFormat<AlertmanagerBody>({
  parse: (inbound, options) => {
    const read = readJson(inbound.body);
    if (isRefusal(read)) return read;
    const legacy = LegacyBody.safeParse(read.json).data;
    const parsed = parseAlerts(legacy ? asAlerts(legacy) : read.json, options);
    if (!legacy || isRefusal(parsed)) return parsed;
    // It tells no time, so that only its words tell one firing from the next.
    const content = JSON.stringify(read.json);
    return { ...parsed, event: statusOf(legacy) ?? oneLine(legacy.state, 40), content };
  },
  map: ({ body, event }, context) =>
    event === "firing" || event === "resolved" ? mapAlerts(body, event, "grafana", context) : undefined,
});
