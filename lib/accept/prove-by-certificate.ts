import type { Answer } from "../model/inbound.ts";
import { isRefusal, type Refusal, refuse } from "../model/refusal.ts";
import { readSnsMessage } from "../verify/sns.ts";
import type { AcceptPorts } from "./accept-ports.ts";
import type { Called } from "./called.ts";
import { snsDown } from "./sns-down.ts";

/** A message that SNS signed for one of the route's topics; `subscribe` is the address by which its subscription is confirmed. */
export type Certified = { readonly subscribe?: string };

/** Whether SNS signed a message for one of the route's topics. Where that cannot be known now, SNS is to send it again. */
export async function proveByCertificate(
  { route, inbound }: Pick<Called, "route" | "inbound">,
  deadline: number,
  { sns }: Pick<AcceptPorts, "sns">,
): Promise<Certified | Refusal | Answer> {
  const message = readSnsMessage(inbound, [route.topic ?? []].flat());
  if (isRefusal(message)) return message;
  const checked = await sns.check(message, deadline);
  if (checked === "unavailable") return snsDown.certificate;
  if (checked === "forged")
    return refuse(
      "unauthorized",
      "sns: body.Signature does not match: SNS did not sign this message, or it was changed since",
      "sns：body.Signature 对不上：不是 SNS 签的，或签后被改过",
    );
  return message.Type === "SubscriptionConfirmation" && message.SubscribeURL !== undefined
    ? { subscribe: message.SubscribeURL }
    : {};
}
