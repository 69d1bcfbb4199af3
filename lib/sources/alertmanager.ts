import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";

/** Prometheus Alertmanager's webhook, and what posts in its shape (vmalert, Nightingale, SigNoz). */
export const alertmanager = {
  name: "alertmanager",
  auth: "bearer",
  events: { firing: [], resolved: [] },
  repeatWithin: 30 * minute,
  isMine: (_, keys) => keys.has("alerts") && !keys.has("orgId"),
  load: async () => (await import("./alertmanager/format.ts")).alertmanagerFormat,
} as const satisfies Source;
