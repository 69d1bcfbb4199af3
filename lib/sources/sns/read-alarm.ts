import * as z from "zod";
import { lookUp } from "../look-up.ts";

const lenient = z.string().catch("");

const Trigger = z.looseObject({
  MetricName: lenient,
  Namespace: lenient,
  Dimensions: z.array(z.looseObject({ name: lenient, value: lenient })).catch([]),
  Metrics: z
    .array(z.looseObject({ Label: lenient, Expression: lenient, ReturnData: z.boolean().catch(false) }))
    .catch([]),
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

const Metric = z.looseObject({
  metricStat: z.looseObject({
    metric: z.looseObject({ name: lenient, namespace: lenient, dimensions: z.record(z.string(), lenient).catch({}) }),
  }),
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
    configuration: z
      .looseObject({ description: lenient, metrics: z.array(Metric).catch([]) })
      .optional()
      .catch(undefined),
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
  Trigger: triggerOf(detail.configuration?.metrics ?? []),
  TriggeringChildren: [],
});

/** The metric of an alarm that has one. */
function triggerOf(metrics: readonly z.output<typeof Metric>[]): Alarm["Trigger"] {
  const [only, ...others] = metrics.map(({ metricStat }) => metricStat.metric);
  if (!only || others.length > 0) return undefined;
  const Dimensions = Object.entries(only.dimensions).map(([name, value]) => ({ name, value }));
  return { MetricName: only.name, Namespace: only.namespace, Dimensions, Metrics: [] };
}

const states = { ALARM: "alarm", OK: "ok", INSUFFICIENT_DATA: "insufficient-data" } as const;

/** What a state is called in filters; undefined for one that CloudWatch does not document. */
export const stateOf = ({ NewStateValue }: Alarm): (typeof states)[keyof typeof states] | undefined =>
  lookUp(states, NewStateValue);

/** How CloudWatch's sentences compare, for people who read no English. */
const signs: Readonly<Record<string, string>> = {
  "greater than": ">",
  "greater than or equal to": "≥",
  "less than": "<",
  "less than or equal to": "≤",
};

const number = "-?\\d[\\d.eE+-]{0,30}";

/** `Threshold Crossed: 1 datapoint [95.2 (…)] was greater than the threshold (90.0).`, of a state that is well with a `not`. */
const crossed = new RegExp(
  `\\bdatapoints? [[(](${number})[^\\n]{0,400}? (?:was|were) (?:not )?((?:greater|less) than(?: or equal to)?) the threshold \\((${number})\\)`,
);

/** What an alarm measured and goes off at; undefined where its sentence does not tell both. */
export function measuredBy({ Trigger, NewStateReason }: Alarm) {
  const [, value, words, threshold] = crossed.exec(NewStateReason.slice(0, 1_000)) ?? [];
  const sign = lookUp(signs, words);
  if (value === undefined || threshold === undefined || sign === undefined) return undefined;
  return { metric: nameOf(Trigger), value: plain(value), condition: `${sign} ${plain(threshold)}` };
}

/** A metric's name, or what is reckoned of several. */
function nameOf(trigger: Alarm["Trigger"]): string {
  const reckoned = trigger?.Metrics.find(({ ReturnData }) => ReturnData);
  return trigger?.MetricName || reckoned?.Label || reckoned?.Expression || "";
}

/** What CloudWatch takes it for that no data came; undefined where some did. */
export function noDataOf({ NewStateReason }: Alarm): "plain" | "breaching" | "notBreaching" | undefined {
  if (/\btreated as \[Breaching\]/.test(NewStateReason)) return "breaching";
  if (/\btreated as \[NonBreaching\]/.test(NewStateReason)) return "notBreaching";
  return /^Insufficient Data: \d+ datapoints? (?:was|were) unknown\.$/.test(NewStateReason) ? "plain" : undefined;
}

/** `90.0` as people write it, and no more digits than tell. */
const plain = (text: string): string =>
  Number.isFinite(Number(text)) ? String(Number(Number(text).toPrecision(6))) : text;

/** Names of the alarms that set off one that is made of others. */
export const childrenOf = ({ TriggeringChildren }: Alarm): readonly string[] =>
  TriggeringChildren.flatMap(({ Arn }) => /:alarm:(.+)$/s.exec(Arn)?.[1] ?? []);
