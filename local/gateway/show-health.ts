import type { GatewayStatus } from "../../lib/model/gateway-status.ts";

/** How the connection is, as fields of a log line; times as ISO text. */
export function showHealth(status: GatewayStatus): Readonly<Record<string, unknown>> {
  const { since, retryAt, lastEvent, lastAck } = status;
  const times = Object.entries({ since, retryAt, lastEvent, lastAck }).map(
    ([name, at]) => [name, at === undefined ? undefined : new Date(at).toISOString()] as const,
  );
  return { ...status, ...Object.fromEntries(times) };
}
