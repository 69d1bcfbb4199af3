import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { eventNames } from "./gitea/event-names.ts";

/** Webhooks of Gitea, and of Forgejo and Gogs, which send its headers too. */
export const gitea = {
  name: "gitea",
  auth: "dialect",
  events: eventNames,
  dialect: {
    proofs: [
      { kind: "hmac", of: "gitea" },
      { kind: "hmac", of: "github" },
    ],
  },
  hasBranches: true,
  repeatWithin: 30 * minute,
  isMine: ({ headers }) =>
    ["x-gitea-event", "x-forgejo-event", "x-gogs-event"].some((name) => headers[name] !== undefined),
  load: async () => (await import("./gitea/format.ts")).giteaFormat,
} as const satisfies Source;
