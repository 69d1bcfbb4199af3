import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";

/** Anything that can post JSON, a form or plain text: a script, a cron job, a tool without a source of its own. */
export const generic = {
  name: "generic",
  auth: "bearer",
  repeatWithin: 30 * minute,
  load: async () => (await import("./generic/format.ts")).genericFormat,
} as const satisfies Source;
