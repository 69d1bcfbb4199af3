import { second } from "../../base/time.ts";
import { isRefusal } from "../../model/refusal.ts";
import { mapAlerts } from "../alertmanager/map-alerts.ts";
import { parseAlerts } from "../alertmanager/parse-alerts.ts";
import type { AlertmanagerBody } from "../alertmanager/body.ts";
import { defineFormat } from "../define-format.ts";
import { asAlerts, LegacyBody, statusOf } from "./legacy.ts";
import { oneLine } from "../one-line.ts";
import { readJson } from "../read-json.ts";

/** Version 7 and before try once, and tell no time: what fires anew after a recovery may have the very same body. */
const legacyRepeat = 10 * second;

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
    return {
      ...parsed,
      event: statusOf(legacy) ?? oneLine(legacy.state, 40),
      content: JSON.stringify(read.json),
      repeatWithin: legacyRepeat,
    };
  },
  map: ({ body, event }, context) =>
    event === "firing" || event === "resolved" ? mapAlerts(body, event, "grafana", context) : undefined,
});
