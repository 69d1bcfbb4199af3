import { second } from "../base/time.ts";
import type { Source } from "../model/source.ts";

/** Uptime Kuma's webhook: JSON, a multipart form, or all in the query of a GET. */
export const uptimeKuma = {
  name: "uptime-kuma",
  auth: "dialect",
  events: { down: [], up: [], pending: [], maintenance: [], certificate: [], domain: [], notice: [] },
  // It does not try again; each beat has its own time.
  repeatWithin: 10 * second,
  dialect: {
    paths: { "": ["GET", "POST"] },
    // Its “additional headers” may hold the secret; its URL may too.
    proofs: [{ kind: "key" }, { kind: "bearer" }],
  },
  isMine: ({ method, query }, keys) =>
    (keys.has("heartbeat") && keys.has("monitor")) ||
    (keys.has("data") && keys.size === 1) ||
    (method === "GET" && query["msg"] !== undefined),
  load: async () => (await import("./uptime-kuma/format.ts")).uptimeKumaFormat,
} as const satisfies Source;
