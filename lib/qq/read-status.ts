import type { Meaning } from "./codes/meaning.ts";

/** Statuses that QQ's API gives a meaning of their own; a proxy's error page with one of `proxied` is believed as well. */
const statuses: Readonly<Record<number, Meaning>> = {
  401: { as: "auth" },
  403: { as: "denied" },
  404: { as: "config" },
  405: { as: "config" },
  408: { as: "unsure" },
  429: { as: "rate" },
};

const proxied: ReadonlySet<number> = new Set([404, 405, 429]);

/**
 * What an answer without a documented code asks of us, by its status alone. A page that is not QQ's JSON comes from
 * something in between, which does not know what became of the message.
 */
export function readStatus(status: number, body: "json" | "empty" | "foreign"): Meaning {
  if (body === "foreign" && !proxied.has(status)) return { as: "unsure" };
  const known = statuses[status];
  if (known) return known;
  if (status >= 300 && status < 400) return { as: "config" };
  return status >= 400 && status < 500 ? { as: "dead" } : { as: "unsure" };
}
