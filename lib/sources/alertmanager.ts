import { isRefusal } from "../model/refusal.ts";
import { minute } from "../base/time.ts";
import type { AlertmanagerBody } from "./alertmanager/body.ts";
import { mapAlerts } from "./alertmanager/map-alerts.ts";
import { parseAlerts } from "./alertmanager/parse-alerts.ts";
import { defineSource } from "./define-source.ts";
import { readJson } from "./read-json.ts";

/** Prometheus Alertmanager's webhook, and what posts in its shape (vmalert, Nightingale, SigNoz). */
export const alertmanager = defineSource<AlertmanagerBody>({
  name: "alertmanager",
  auth: "bearer",
  events: { firing: [], resolved: [] },
  repeatWithin: 30 * minute,
  parse: (inbound, options) => {
    const read = readJson(inbound.body);
    return isRefusal(read) ? read : parseAlerts(read.json, options);
  },
  map: ({ body, event }, context) => mapAlerts(body, event, "alertmanager", context),
});
