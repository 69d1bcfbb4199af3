import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";

/** Zabbix by the media type that comes with the relay (docs/senders/zabbix.media.yaml): what its macros say of an event. */
export const zabbix = {
  name: "zabbix",
  auth: "dialect",
  events: { problem: [], update: [], recovery: [], notice: [], test: [] },
  // A media type's tries: 3 by default, 10 s apart.
  repeatWithin: 30 * minute,
  dialect: { proofs: [{ kind: "bearer" }, { kind: "key" }] },
  isMine: (_, keys) =>
    (keys.has("event_source") && keys.has("alert_subject")) || (keys.has("hostname") && keys.has("trigger")),
  load: async () => (await import("./zabbix/format.ts")).zabbixFormat,
} as const satisfies Source;
