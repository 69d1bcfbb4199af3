import type { Answer } from "../model/inbound.ts";
import type { Refusal } from "../model/refusal.ts";
import type { AcceptPorts } from "./accept-ports.ts";
import type { Called } from "./called.ts";
import { prove, provenBy, type Proven } from "./prove.ts";

/**
 * Lets a request in that its source knows the path of, and that proves itself as its route asks, by a secret or by its vendor's
 * signature. An answer where the vendor could not be asked. `deadline` in ms of the epoch.
 */
export async function admit(called: Called, deadline: number, ports: AcceptPorts): Promise<Proven | Refusal | Answer> {
  if (called.unfit) return called.unfit;
  if (provenBy(called) !== "certificate") return prove(called, ports);
  // Loaded with the first of its requests: few routes have any.
  const { admitByCertificate } = await import("./admit-by-certificate.ts");
  return admitByCertificate(called, deadline, ports);
}
