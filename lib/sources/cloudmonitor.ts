import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";

/** Alibaba Cloud's CloudMonitor (云监控): callbacks of alert rules, by form or JSON, and of events. It can set nothing but a URL. */
export const cloudmonitor = {
  name: "cloudmonitor",
  auth: "dialect",
  dialect: { proofs: [{ kind: "key" }] },
  events: { alert: ["alert", "ok", "insufficient-data"], event: [] },
  repeatWithin: 30 * minute,
  isMine: (_, keys) =>
    (keys.has("alertName") && keys.has("alertState")) ||
    (keys.has("alert") && keys.has("strategyName")) ||
    (keys.has("product") && keys.has("resourceId")),
  load: async () => (await import("./cloudmonitor/format.ts")).cloudmonitorFormat,
} as const satisfies Source;
