import { isObject } from "../../base/is-object.ts";
import { isRefusal, refuse } from "../../model/refusal.ts";
import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { defineFormat } from "../define-format.ts";
import { firstFault } from "../first-fault.ts";
import { parseJson, readJson } from "../read-json.ts";
import { SnsBody } from "./body.ts";
import { mapBudget, readBudget } from "./budget.ts";
import { mapEvent, readEvent, serviceOf } from "./event.ts";
import { mapHealth } from "./health.ts";
import { mapAlarm } from "./map-alarm.ts";
import { mapEnded } from "./map-ended.ts";
import { mapMessage } from "./map-message.ts";
import { readInstant } from "./read-instant.ts";
import { readAlarm, stateOf } from "./read-alarm.ts";

/** AWS's SNS: what was published to a topic, in the words of the service that published it. */
export const snsFormat = defineFormat<SnsBody>({
  parse: (inbound) => {
    const read = readJson(inbound.body);
    if (isRefusal(read)) return read;
    const { data: envelope, error } = SnsBody.safeParse(read.json);
    if (!envelope) return refuse("invalid", ...firstFault(error));
    const body = { ...envelope, Message: decode(envelope.Message) };
    return { ...kindOf(body), id: envelope.MessageId, bot: false, body };
  },
  map: ({ body, event }, context) => mapBody(body, event, context),
});

/** A message that is JSON as it was published; what breaks off or may not be walked is told as text. */
function decode(message: string): unknown {
  if (!message.trimStart().startsWith("{")) return message;
  const parsed = parseJson(message);
  return isRefusal(parsed) || !isObject(parsed.json) ? message : parsed.json;
}

type Kind = { readonly event: string; readonly action?: string };

/** What routes filter by. */
function kindOf({ Type, Message }: SnsBody): Kind {
  if (Type === "SubscriptionConfirmation") return { event: "subscription", action: "confirmed" };
  if (Type === "UnsubscribeConfirmation") return { event: "subscription", action: "ended" };
  const alarm = readAlarm(Message);
  if (alarm) {
    const action = stateOf(alarm);
    return { event: "cloudwatch", ...(action !== undefined && { action }) };
  }
  const event = readEvent(Message);
  if (event) return { event: "eventbridge", action: serviceOf(event) };
  return { event: readBudget(Message) ? "budgets" : "message" };
}

/** Where a message tells no time of its own, it is of when it was published. */
function mapBody(body: SnsBody, name: string, context: MapContext): Notice | undefined {
  const notice = mapService(body, name, context);
  const at = readInstant(body.Timestamp);
  return notice?.at === context.at.toISOString() && at ? { ...notice, at: at.toISOString() } : notice;
}

function mapService(body: SnsBody, name: string, context: MapContext): Notice | undefined {
  if (body.Type === "SubscriptionConfirmation") return undefined;
  if (body.Type === "UnsubscribeConfirmation") return mapEnded(body, name, context);
  const alarm = readAlarm(body.Message);
  if (alarm) return mapAlarm(alarm, name, body.TopicArn, context);
  const event = readEvent(body.Message);
  if (event) return mapHealth(event, name, context) ?? mapEvent(event, name, context);
  const budget = readBudget(body.Message);
  return budget ? mapBudget(budget, name, context) : mapMessage(body, name, context);
}
