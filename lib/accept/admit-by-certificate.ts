import type { Answer } from "../model/inbound.ts";
import { isRefusal, type Refusal } from "../model/refusal.ts";
import type { AcceptPorts } from "./accept-ports.ts";
import type { Called } from "./called.ts";
import type { Proven } from "./prove.ts";
import { type Certified, proveByCertificate } from "./prove-by-certificate.ts";
import { snsDown } from "./sns-down.ts";

/**
 * Lets a message in that SNS signed; one that asks for the confirmation of a subscription has it confirmed. An answer where SNS could not
 * be asked: it sends again what is answered so. `deadline` in ms of the epoch.
 */
export async function admitByCertificate(
  called: Called,
  deadline: number,
  ports: AcceptPorts,
): Promise<Proven | Refusal | Answer> {
  const certified = await proveByCertificate(called, deadline, ports);
  if (isRefusal(certified)) return certified;
  if (!("status" in certified) && (await confirm(certified, called, deadline, ports))) return {};
  const answer = "status" in certified ? certified : snsDown.subscription;
  ports.log("error", "unavailable", { route: called.id, message: answer.body["message"] });
  return answer;
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
