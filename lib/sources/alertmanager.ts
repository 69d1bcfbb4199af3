import { isRefusal, refuse } from "../model/refusal.ts";
import { AlertmanagerBody } from "./alertmanager/body.ts";
import { contentOf } from "./alertmanager/content.ts";
import { mapAlerts } from "./alertmanager/map-alerts.ts";
import { severityOf } from "./alertmanager/severity.ts";
import { oneLine } from "./one-line.ts";
import { isFiring } from "./alertmanager/status.ts";
import { minute } from "../base/time.ts";
import { defineSource } from "./define-source.ts";
import { firstFault } from "./first-fault.ts";
import { readJson } from "./read-json.ts";

/** Prometheus Alertmanager's webhook, and what posts in its shape (Grafana, vmalert, Nightingale, SigNoz). */
export const alertmanager = defineSource<AlertmanagerBody>({
  name: "alertmanager",
  auth: "bearer",
  repeatWithin: 30 * minute,
  parse: (inbound, { levels }) => {
    const read = readJson(inbound.body);
    if (isRefusal(read)) return read;
    const { success, data, error } = AlertmanagerBody.safeParse(read.json);
    if (!success) return refuse("invalid", firstFault(error));
    const event = data.alerts.some((alert) => isFiring(alert, data)) ? "firing" : "resolved";
    const unknown = data.alerts.map((alert) => severityOf(alert, levels)).find(({ word, level }) => word && !level);
    return {
      event,
      content: contentOf(data),
      bot: false,
      body: data,
      ...(unknown && { unknownLevel: oneLine(unknown.word, 60) }),
    };
  },
  map: ({ body, event }, context) => mapAlerts(body, event, context),
});
