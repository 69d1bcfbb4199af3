import type { Inbound } from "../../lib/model/inbound.ts";

/** A request as the lines see it, with what a test does not care for filled in. */
export const inboundOf = (
  change: Partial<Omit<Inbound, "body">> & { readonly body?: string | Uint8Array },
): Inbound => ({
  method: "POST",
  path: "/ci",
  headers: {},
  query: {},
  at: new Date("2026-11-21T20:00:00Z"),
  ...change,
  body: Buffer.from(change.body ?? ""),
});
