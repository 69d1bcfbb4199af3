import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { eventNames } from "./gitee/event-names.ts";

/** Gitee's webhooks. */
export const gitee = {
  name: "gitee",
  auth: "dialect",
  events: eventNames,
  dialect: {
    proofs: [
      // A signature of the time, by a key.
      { kind: "hmac", of: "gitee" },
      // A password, itself.
      { kind: "header", name: "X-Gitee-Token" },
    ],
  },
  hasBranches: true,
  repeatWithin: 30 * minute,
  isMine: ({ headers }) => headers["x-gitee-event"] !== undefined,
  load: async () => (await import("./gitee/format.ts")).giteeFormat,
} as const satisfies Source;
