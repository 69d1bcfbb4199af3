import { createHmac } from "node:crypto";
import type { ProvenBy } from "../../lib/model/auth.ts";

/** What a sender adds to its request to prove itself: headers, and what goes behind the URL. */
export type Proof = { readonly headers: Readonly<Record<string, string>>; readonly query: string };

/** Signs a body the way a sender would; one that speaks a dialect has the secret as the end of its path, which any takes. */
export function signRequest(scheme: Exclude<ProvenBy, "certificate">, secret: string, body: string): Proof {
  const hmac = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  const basic = Buffer.from(`relay:${secret}`).toString("base64");
  const proofs = {
    github: { headers: { "x-hub-signature-256": hmac }, query: "" },
    grafana: { headers: { "x-grafana-alerting-signature": hmac.replace("sha256=", "") }, query: "" },
    hmac: { headers: { "x-signature-256": hmac }, query: "" },
    bearer: { headers: { authorization: `Bearer ${secret}` }, query: "" },
    basic: { headers: { authorization: `Basic ${basic}` }, query: "" },
    key: { headers: {}, query: `?key=${encodeURIComponent(secret)}` },
    dialect: { headers: {}, query: `/${encodeURIComponent(secret)}` },
  } as const satisfies Record<Exclude<ProvenBy, "certificate">, Proof>;
  return proofs[scheme];
}
