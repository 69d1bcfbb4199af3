import * as z from "zod";
import { lookUp } from "../look-up.ts";

const lenient = z.string().catch("");

const Trigger = z.looseObject({
  MetricName: lenient,
  Namespace: lenient,
  Dimensions: z.array(z.looseObject({ name: lenient, value: lenient })).catch([]),
  ComparisonOperator: lenient,
  Threshold: z.number().optional().catch(undefined),
});

/**
 * A CloudWatch alarm's change of state as its SNS action tells it (docs.aws.amazon.com/AmazonCloudWatch, "Notifying users on alarm
 * changes"): of a metric, of several, of other alarms, of logs.
 */
const Message = z.looseObject({
  AlarmName: z.string().min(1),
  AlarmDescription: lenient,
  AWSAccountId: lenient,
  NewStateValue: z.string().min(1),
  NewStateReason: lenient,
  OldStateValue: lenient,
  StateChangeTime: lenient,
  Region: lenient,
  AlarmArn: lenient,
  Trigger: Trigger.optional().catch(undefined),
  TriggeringChildren: z.array(z.looseObject({ Arn: lenient })).catch([]),
});

/** The same as EventBridge tells it ("Alarm events and EventBridge"). */
const Event = z.looseObject({
  "detail-type": z.literal("CloudWatch Alarm State Change"),
  account: lenient,
  region: lenient,
  time: lenient,
  resources: z.array(z.string()).catch([]),
  detail: z.looseObject({
    alarmName: z.string().min(1),
    state: z.looseObject({ value: z.string().min(1), reason: lenient, timestamp: lenient }),
    previousState: z.looseObject({ value: lenient }).optional().catch(undefined),
    configuration: z.looseObject({ description: lenient }).optional().catch(undefined),
  }),
});

export type Alarm = z.output<typeof Message>;

/** An alarm's change of state, whichever way it came; undefined for what is none. */
export function readAlarm(message: unknown): Alarm | undefined {
  const { data: told } = Message.safeParse(message);
  if (told) return told;
  const { data: event } = Event.safeParse(message);
  return event && asMessage(event);
}

const asMessage = ({ account, region, time, resources, detail }: z.output<typeof Event>): Alarm => ({
  AlarmName: detail.alarmName,
  AlarmDescription: detail.configuration?.description ?? "",
  AWSAccountId: account,
  NewStateValue: detail.state.value,
  NewStateReason: detail.state.reason,
  OldStateValue: detail.previousState?.value ?? "",
  StateChangeTime: detail.state.timestamp || time,
  Region: region,
  AlarmArn: resources[0] ?? "",
  TriggeringChildren: [],
});

const states = { ALARM: "alarm", OK: "ok", INSUFFICIENT_DATA: "insufficient-data" } as const;

/** What a state is called in filters; undefined for one that CloudWatch does not document. */
export const stateOf = ({ NewStateValue }: Alarm): (typeof states)[keyof typeof states] | undefined =>
  lookUp(states, NewStateValue);

const signs: Readonly<Record<string, string>> = {
  GreaterThanThreshold: ">",
  GreaterThanOrEqualToThreshold: "≥",
  LessThanThreshold: "<",
  LessThanOrEqualToThreshold: "≤",
};

/** What an alarm of one metric measured and goes off at: undefined where its words do not tell both. */
export function measuredBy({ Trigger, NewStateReason }: Alarm) {
  const sign = lookUp(signs, Trigger?.ComparisonOperator);
  const value = /\bdatapoints? [[(](-?\d[\d.eE+-]{0,30})/.exec(NewStateReason.slice(0, 1_000))?.[1];
  if (
    !Trigger ||
    Trigger.MetricName === "" ||
    Trigger.Threshold === undefined ||
    sign === undefined ||
    value === undefined
  )
    return undefined;
  return { metric: Trigger.MetricName, value: plain(value), condition: `${sign} ${plain(String(Trigger.Threshold))}` };
}

/** `90.0` as people write it, and no more digits than tell. */
const plain = (number: string): string =>
  Number.isFinite(Number(number)) ? String(Number(Number(number).toPrecision(6))) : number;

/** Names of the alarms that set off one that is made of others. */
export const childrenOf = ({ TriggeringChildren }: Alarm): readonly string[] =>
  TriggeringChildren.flatMap(({ Arn }) => /:alarm:(.+)$/s.exec(Arn)?.[1] ?? []);
