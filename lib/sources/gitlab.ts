import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { eventNames } from "./gitlab/event-names.ts";

/** GitLab's webhooks: of projects, of groups, and system hooks. */
export const gitlab = {
  name: "gitlab",
  auth: "dialect",
  events: eventNames,
  dialect: {
    proofs: [
      // A signing token.
      { kind: "hmac", of: "standard-webhooks" },
      // A secret token, itself.
      { kind: "header", name: "X-Gitlab-Token" },
    ],
  },
  hasBranches: true,
  repeatWithin: 30 * minute,
  isMine: ({ headers }) => headers["x-gitlab-event"] !== undefined,
  load: async () => (await import("./gitlab/format.ts")).gitlabFormat,
} as const satisfies Source;
