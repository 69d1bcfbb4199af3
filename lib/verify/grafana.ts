import { hmacs } from "../model/hmac.ts";
import { hmacProof } from "./hmac.ts";
import type { ReadProof } from "./proof.ts";

const { headers: usual, signed, time } = hmacs.grafana;

/**
 * Grafana's contact points: both headers' names are free text there; where a route names that of the timestamp, a request without one is
 * refused.
 */
export const grafanaProof: ReadProof = (inbound, { signature, timestamp } = {}) => {
  const { unit, tolerance } = time;
  return hmacProof({
    headers: signature === undefined ? usual : [signature],
    signed,
    time: timestamp === undefined ? time : { header: timestamp, unit, tolerance },
  })(inbound);
};
