import type { Log } from "../ports.ts";

type Fields = Readonly<Record<string, unknown>>;

/** One metric of a log line: its value from the line's fields, and the field that it is told apart by. */
type Measure = {
  readonly unit: "Count" | "Milliseconds" | "None";
  readonly of: (fields: Fields) => unknown;
  readonly by?: string;
};

const one = () => 1;

/** What is measured, by log event. A value that is no number is not measured; nothing is told apart by target. */
export const measures: Readonly<Record<string, Readonly<Record<string, Measure>>>> = {
  accepted: {
    Accepted: { unit: "Count", of: ({ state }) => Number(state === "pending"), by: "scene" },
    AckLatency: { unit: "Milliseconds", of: ({ ms }) => ms },
  },
  unpaired: { Unpaired: { unit: "Count", of: ({ state }) => Number(state === "pending") } },
  unbound: { Unbound: { unit: "Count", of: one } },
  "route-fault": { RouteFaults: { unit: "Count", of: one, by: "function" } },
  refused: { Refused: { unit: "Count", of: ({ count = 1 }) => count, by: "refusal" } },
  send: {
    Sent: { unit: "Count", of: ({ outcome }) => Number(outcome === "sent"), by: "by" },
    Failed: { unit: "Count", of: ({ failed }) => failed },
    Retries: { unit: "Count", of: ({ tries }) => Number(tries) - 1 },
    QqLatency: { unit: "Milliseconds", of: ({ ms }) => ms },
    QuotaLeft: { unit: "Count", of: ({ left }) => left, by: "scene" },
  },
  // Told hourly of each reason that holds anything.
  holds: { HeldTargets: { unit: "Count", of: ({ targets }) => targets, by: "reason" } },
  finished: { Expired: { unit: "Count", of: ({ expired }) => expired } },
  sweep: {
    Held: { unit: "Count", of: ({ held }) => held },
    HeldAge: { unit: "Milliseconds", of: ({ heldMs }) => heldMs },
    GatewaySilent: { unit: "Count", of: ({ gatewaySilent }) => gatewaySilent },
  },
  // Days have no unit in CloudWatch.
  forecast: {
    QuotaLeft: { unit: "Count", of: ({ left }) => left, by: "scene" },
    DaysLeft: { unit: "None", of: ({ daysLeft }) => daysLeft, by: "scene" },
    Silent: { unit: "Count", of: ({ silent }) => silent },
  },
  // Told by each probe that fails, so that it is measured for as long as it lasts.
  outage: { Outages: { unit: "Count", of: one } },
  "audit-lost": { AuditsLost: { unit: "Count", of: ({ notices }) => notices } },
  // Ours, of which Lambda counts only those that end an invocation.
  fault: { Faults: { unit: "Count", of: one } },
  store: { Faults: { unit: "Count", of: one } },
  wake: { Faults: { unit: "Count", of: one } },
};

/**
 * A log whose lines carry metrics in CloudWatch's embedded metric format: it makes metrics of them as they arrive, and no
 * call has to be made. The names are told by the line's own fields, so that one line is both.
 */
export function withMetrics(log: Log, namespace: string, now: () => Date): Log {
  return (level, event, fields = {}) => {
    const measured = Object.entries(measures[event] ?? {}).flatMap(([name, { unit, of, by }]) => {
      const value = of(fields);
      return typeof value === "number" && Number.isFinite(value) ? [{ name, unit, by, value }] : [];
    });
    if (measured.length === 0) return log(level, event, fields);
    const directives = [...Map.groupBy(measured, ({ by }) => by)].map(([by, metrics]) => ({
      Namespace: namespace,
      Dimensions: [by === undefined ? [] : [by]],
      Metrics: metrics.map(({ name, unit }) => ({ Name: name, Unit: unit })),
    }));
    log(level, event, {
      ...fields,
      ...Object.fromEntries(measured.map(({ name, value }) => [name, value])),
      _aws: { Timestamp: now().getTime(), CloudWatchMetrics: directives },
    });
  };
}
