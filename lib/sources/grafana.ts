import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";

/** Grafana's alerts: what its contact points post, and what the alerting of version 7 and before posted. */
export const grafana = {
  name: "grafana",
  auth: "bearer",
  events: { firing: [], resolved: [] },
  repeatWithin: 30 * minute,
  isMine: (_, keys) => keys.has("ruleName") || (keys.has("alerts") && keys.has("orgId")),
  load: async () => (await import("./grafana/format.ts")).grafanaFormat,
} as const satisfies Source;
