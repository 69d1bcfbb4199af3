import type { ProvenBy } from "../model/auth.ts";
import { deliveryIdHeaders, type Inbound } from "../model/inbound.ts";

const unsigned: ReadonlySet<string> = new Set([...deliveryIdHeaders, "x-github-delivery", "webhook-id"]);

/**
 * What of a proven request may be believed. A signature covers the body: whoever captured a signed request could send it
 * again under any number of delivery ids, so those of an `hmac` route are not read, and equal bodies are repeats. The other
 * schemes' secret is in the request itself, and GitHub signs no id of its own.
 */
export const trustedPart = (scheme: ProvenBy | undefined, inbound: Inbound): Inbound =>
  scheme !== "hmac"
    ? inbound
    : {
        ...inbound,
        headers: Object.fromEntries(Object.entries(inbound.headers).filter(([name]) => !unsigned.has(name))),
      };
