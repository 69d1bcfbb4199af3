import type { Outcome } from "../model/outcome.ts";

/** A request without an answer. `code`: the connection's own word for it (`ECONNREFUSED`, `timeout`). */
export type Lost = { readonly written: boolean; readonly code: string; readonly status?: number };

/**
 * What a lost answer says of the message. Before a byte was written (refused, unknown host, TLS, no connection in time)
 * nothing can have been delivered; after that no one knows.
 */
export const readLost = ({ written, code, status }: Lost): Outcome =>
  written
    ? {
        kind: "unsure",
        answer: { ...(status !== undefined && { status }), message: `no answer after the request was sent (${code})` },
      }
    : { kind: "refused", as: "again", answer: { message: `no connection (${code})` } };
