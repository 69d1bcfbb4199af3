import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";

/** What a body or a query without `$JSON` has, as its page says. */
const named = ["name", "status", "code"];

/** Healthchecks' webhook, whose URL, method and body are its user's, with placeholders for what happened. */
export const healthchecks = {
  name: "healthchecks",
  auth: "dialect",
  events: { down: [], up: [], notice: [] },
  // Three tries in a row, of half a minute at most; the next change of a check may have the same body.
  repeatWithin: 2 * minute,
  dialect: {
    paths: { "": ["GET", "POST", "PUT"] },
    // Headers are its user's too.
    proofs: [{ kind: "key" }, { kind: "bearer" }],
  },
  isMine: ({ query }, keys) =>
    keys.has("ping_url") ||
    (keys.has("check") && keys.has("status")) ||
    // With a title or a text it is what any script posts.
    (named.every((name) => keys.has(name) || query[name] !== undefined) && !keys.has("title") && !keys.has("text")),
  load: async () => (await import("./healthchecks/format.ts")).healthchecksFormat,
} as const satisfies Source;
