import { hmacProof } from "./hmac.ts";
import type { ReadProof } from "./proof.ts";

/**
 * Grafana's contact points sign with bare hex, from 11.6 on. Both headers' names are free text there; where a route names
 * that of the timestamp, a request without one is refused.
 */
export const grafanaProof: ReadProof = (inbound, { signature, timestamp } = {}) =>
  hmacProof({
    signature: signature ?? "X-Grafana-Alerting-Signature",
    timestamp: timestamp ?? "X-Grafana-Alerting-Timestamp",
    prefix: "",
    joint: ":",
    isTimed: timestamp !== undefined,
  })(inbound);
