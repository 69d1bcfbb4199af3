import { allFunctions, type Metric, ofFunction, ofTable, own, sceneFunctions } from "./metrics.ts";
import { nameOf } from "./name.ts";

type Alarm = {
  readonly description: string;
  readonly metrics: readonly Metric[];
  readonly over: number;
  /** The largest of the metrics counts, not their sum. */
  readonly largest?: true;
  /** Seconds that one look at the metrics spans, where that is not five minutes. */
  readonly span?: number;
  /** Made though nobody is to be written to: the dashboard shows it. */
  readonly always?: true;
};

const alarms: Readonly<Record<string, Alarm>> = {
  errors: {
    description: "The relay itself failed: look for level error in its logs.",
    metrics: [...allFunctions.map(ofFunction("Errors", "Sum")), own("Faults", "Sum")],
    over: 0,
  },
  late: {
    description:
      "Deliveries start more than three minutes after they were asked for; after five AWS drops them, and the sweep finds them within the hour.",
    metrics: sceneFunctions.map(ofFunction("AsyncEventAge", "Maximum")),
    over: 180_000,
    largest: true,
  },
  failed: {
    description: "QQ refused a notice for good: look for send with failed over 0 in the logs.",
    metrics: [own("Failed", "Sum")],
    over: 0,
  },
  outage: {
    description:
      "QQ takes no message of the bot's: it waits and asks by one message now and then. Look for outage in the logs.",
    metrics: [own("Outages", "Sum")],
    over: 0,
  },
  silent: {
    description:
      "A conversation could be told nothing for a day though something waits: look for forecast with silent 1 in the sweep's logs, or let warnTo in the settings tell you more.",
    metrics: [own("Silent", "Sum")],
    over: 0,
    // Written once an hour: no hour between two looks is without it.
    span: 7_200,
  },
  gateway: {
    description:
      "The gateway process (npm run gateway) has been silent for five minutes: no event of QQ's arrives. Look at its log.",
    metrics: [own("GatewaySilent", "Sum")],
    over: 0,
  },
  throttled: {
    description:
      "AWS slows the relay down, and answers senders 429: look at the account's concurrency (docs/deploy.md, step 0) and at the table.",
    always: true,
    metrics: [
      ...allFunctions.map(ofFunction("Throttles", "Sum")),
      ofTable("ReadThrottleEvents", "Sum"),
      ofTable("WriteThrottleEvents", "Sum"),
    ],
    over: 0,
  },
};

const period = 300;

/** Where alarms go: RELAY_ALARM_EMAIL in `.env`. Without it there are but those that the dashboard shows. AWS asks that address for its consent first. */
const email = process.env.RELAY_ALARM_EMAIL || undefined;

function tellByMail(endpoint: string) {
  const topic = new aws.sns.Topic("Alarms", { name: nameOf("alarms") });
  new aws.sns.TopicSubscription("AlarmMail", { topic: topic.arn, protocol: "email", endpoint });
  return { alarmActions: [topic.arn], okActions: [topic.arn] };
}

const tell = email === undefined ? {} : tellByMail(email);

const make = (name: string, { description, metrics, over, largest, span = period }: Alarm) => {
  const filled = metrics.map((_, at) => `FILL(m${at}, 0)`).join(", ");
  return new aws.cloudwatch.MetricAlarm(`Alarm-${name}`, {
    name: nameOf(name),
    alarmDescription: description,
    comparisonOperator: "GreaterThanThreshold",
    threshold: over,
    evaluationPeriods: 1,
    treatMissingData: "notBreaching",
    metricQueries: [
      { id: "value", expression: `${largest ? "MAX" : "SUM"}([${filled}])`, label: name, returnData: true },
      ...metrics.map((metric, at) => ({ id: `m${at}`, metric: { ...metric, period: span } })),
    ],
    ...tell,
  });
};

const made = Object.entries(alarms)
  .filter(([, { always }]) => email !== undefined || always)
  .map(([name, alarm]) => make(name, alarm));

/** ARNs of the alarms that there are. */
export const alarmArns = made.map(({ arn }) => arn);

if (email !== undefined) {
  // What is late or lost is found by the sweep: that it runs at all is the alarm behind the others.
  new aws.cloudwatch.MetricAlarm("Alarm-asleep", {
    name: nameOf("asleep"),
    alarmDescription: "The sweep has not run for ten minutes.",
    namespace: "AWS/Lambda",
    metricName: "Invocations",
    dimensions: { FunctionName: nameOf("sweep") },
    statistic: "Sum",
    comparisonOperator: "LessThanThreshold",
    threshold: 1,
    period,
    evaluationPeriods: 2,
    treatMissingData: "breaching",
    ...tell,
  });
}
