import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { eventNames } from "./coding/event-names.ts";

/** Webhooks of CODING (coding.net), of both generations. */
export const coding = {
  name: "coding",
  auth: "dialect",
  events: eventNames,
  dialect: {
    proofs: [
      { kind: "hmac", of: "coding" },
      // The older generation writes its token into the body.
      { kind: "field", name: "token" },
    ],
  },
  hasBranches: true,
  repeatWithin: 30 * minute,
  isMine: ({ headers }) => headers["x-coding-event"] !== undefined,
  load: async () => (await import("./coding/format.ts")).codingFormat,
} as const satisfies Source;
