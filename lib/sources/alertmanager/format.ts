import { isRefusal } from "../../model/refusal.ts";
import type { AlertmanagerBody } from "./body.ts";
import { mapAlerts } from "./map-alerts.ts";
import { parseAlerts } from "./parse-alerts.ts";
import { defineFormat } from "../define-format.ts";
import { readJson } from "../read-json.ts";

/** Prometheus Alertmanager's webhook, and what posts in its shape (vmalert, Nightingale, SigNoz). */
export const alertmanagerFormat = defineFormat<AlertmanagerBody>({
  parse: (inbound, options) => {
    const read = readJson(inbound.body);
    return isRefusal(read) ? read : parseAlerts(read.json, options);
  },
  map: ({ body, event }, context) => mapAlerts(body, event, "alertmanager", context),
});
