import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";

/** Sentry's integrations (their webhook and alert rules), and the older webhook plugin of a project. */
export const sentry = {
  name: "sentry",
  auth: "dialect",
  events: {
    issue: ["created", "resolved", "unresolved", "assigned", "archived", "ignored"],
    event_alert: ["triggered"],
    metric_alert: ["critical", "warning", "resolved", "open"],
    error: ["created"],
    comment: ["created", "updated", "deleted"],
    installation: ["created", "deleted"],
  },
  // Tries that failed come again within a quarter of an hour, each with a Request-ID of its own.
  repeatWithin: 30 * minute,
  dialect: {
    proofs: [
      { kind: "hmac", of: "sentry" },
      // The plugin signs nothing, and can set nothing but a URL.
      { kind: "key" },
    ],
  },
  isMine: ({ headers }, keys) =>
    headers["sentry-hook-resource"] !== undefined || (keys.has("culprit") && keys.has("event") && keys.has("project")),
  load: async () => (await import("./sentry/format.ts")).sentryFormat,
} as const satisfies Source;
