import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";

/** AWS's SNS by https: CloudWatch's alarms, Budgets, EventBridge's events and whatever else is published to a topic. */
export const sns = {
  name: "sns",
  auth: "certificate",
  events: {
    cloudwatch: ["alarm", "ok", "insufficient-data"],
    budgets: [],
    eventbridge: true,
    message: [],
    subscription: ["confirmed", "ended"],
  },
  repeatWithin: 30 * minute,
  // By raw message delivery comes what was published and no signature: another source of the route may read it.
  isMine: ({ headers }, keys) =>
    headers["x-amz-sns-rawdelivery"] !== "true" &&
    (headers["x-amz-sns-message-type"] !== undefined || (keys.has("TopicArn") && keys.has("SigningCertURL"))),
  load: async () => (await import("./sns/format.ts")).snsFormat,
} as const satisfies Source;
