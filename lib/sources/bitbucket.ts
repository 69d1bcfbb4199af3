import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { eventNames } from "./bitbucket/event-names.ts";

/** Webhooks of Bitbucket Cloud. */
export const bitbucket = {
  name: "bitbucket",
  auth: "dialect",
  events: eventNames,
  dialect: { proofs: [{ kind: "hmac", of: "bitbucket" }] },
  hasBranches: true,
  repeatWithin: 30 * minute,
  isMine: ({ headers }) => /^(?:repo|pullrequest|issue|project):/.test(headers["x-event-key"] ?? ""),
  load: async () => (await import("./bitbucket/format.ts")).bitbucketFormat,
} as const satisfies Source;
