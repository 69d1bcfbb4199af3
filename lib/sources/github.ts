import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { eventNames } from "./github/event-names.ts";

/** GitHub's webhooks. */
export const github = {
  name: "github",
  auth: "github",
  events: eventNames,
  hasBranches: true,
  repeatWithin: 30 * minute,
  // Gitea and its family send their own header beside GitHub’s.
  isMine: ({ headers }) => headers["x-github-event"] !== undefined && headers["x-gogs-event"] === undefined,
  load: async () => (await import("./github/format.ts")).githubFormat,
} as const satisfies Source;
