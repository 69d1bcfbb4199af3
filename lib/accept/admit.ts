import type { Answer } from "../model/inbound.ts";
import { isRefusal, type Refusal } from "../model/refusal.ts";
import type { AcceptPorts } from "./accept-ports.ts";
import { snsDown } from "./answers.ts";
import type { Called } from "./called.ts";
import { prove, provenBy, type Proven } from "./prove.ts";
import { type Certified, proveByCertificate } from "./prove-by-certificate.ts";

/**
 * Lets a request in that its source knows the path of, and that proves itself as its route asks, by a secret or by SNS's signature; one that asks for the confirmation of a
 * subscription has it confirmed. An answer where SNS could not be asked: it sends again what is answered so. `deadline` in ms of
 * the epoch.
 */
export async function admit(called: Called, deadline: number, ports: AcceptPorts): Promise<Proven | Refusal | Answer> {
  if (called.unfit) return called.unfit;
  if (provenBy(called) !== "certificate") return prove(called, ports);
  const certified = await proveByCertificate(called, deadline, ports);
  if (isRefusal(certified)) return certified;
  if ("status" in certified || !(await confirm(certified, called, deadline, ports))) {
    const answer = "status" in certified ? certified : snsDown.subscription;
    ports.log("error", "unavailable", { route: called.id, message: answer.body["message"] });
    return answer;
  }
  return {};
}

/** Confirms a subscription where one asks for it; a second time changes nothing. */
async function confirm(
  { subscribe }: Certified,
  { id }: Called,
  deadline: number,
  { sns, log }: AcceptPorts,
): Promise<boolean> {
  if (subscribe === undefined) return true;
  const isConfirmed = await sns.confirm(subscribe, deadline);
  if (isConfirmed) log("info", "subscribed", { route: id });
  return isConfirmed;
}
