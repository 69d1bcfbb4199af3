import { isRefusal, refuse } from "../model/refusal.ts";
import { AlertmanagerBody } from "./alertmanager/body.ts";
import { contentOf } from "./alertmanager/content.ts";
import { mapAlerts } from "./alertmanager/map-alerts.ts";
import { isFiring } from "./alertmanager/status.ts";
import { minute } from "../base/time.ts";
import { defineSource } from "./define-source.ts";
import { firstFault } from "./first-fault.ts";
import { readJson } from "./read-json.ts";

/** Prometheus Alertmanager's webhook, and what posts in its shape (Grafana, vmalert, Nightingale, SigNoz). */
export const alertmanager = defineSource<AlertmanagerBody>({
  name: "alertmanager",
  auth: "bearer",
  events: { firing: [], resolved: [] },
  repeatWithin: 30 * minute,
  parse: (inbound) => {
    const read = readJson(inbound.body);
    if (isRefusal(read)) return read;
    const { success, data, error } = AlertmanagerBody.safeParse(read.json);
    if (!success) return refuse("invalid", ...firstFault(error));
    const event = data.alerts.some((alert) => isFiring(alert, data)) ? "firing" : "resolved";
    return { event, content: contentOf(data), bot: false, body: data };
  },
  map: ({ body, event }, context) => mapAlerts(body, event, context),
});
