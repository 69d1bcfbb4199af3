import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";

const results = ["success", "unstable", "failure", "aborted", "not_built"];

/** Jenkins' notification plugin: one request a phase of a build. */
export const jenkins = {
  name: "jenkins",
  auth: "dialect",
  events: { queued: [], started: [], completed: results, finalized: results, none: results },
  hasBranches: true,
  repeatWithin: 30 * minute,
  // It can set nothing but a URL, which may hold a user’s name and password.
  dialect: { proofs: [{ kind: "key" }, { kind: "basic" }] },
  isMine: (_, keys) => keys.has("build") && keys.has("name") && keys.has("url"),
  load: async () => (await import("./jenkins/format.ts")).jenkinsFormat,
} as const satisfies Source;
