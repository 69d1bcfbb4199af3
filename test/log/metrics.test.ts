import { expect, it } from "vitest";
import { withMetrics } from "../../lib/log/metrics.ts";
import type { Log } from "../../lib/ports.ts";
import { noon } from "../support/build.ts";

/** What one log call writes in the end. */
function write(event: string, fields?: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const written: Readonly<Record<string, unknown>>[] = [];
  const log: Log = (level, name, given) => written.push({ level, event: name, ...given });
  withMetrics(log, "qq-relay/test", () => new Date(noon))("info", event, fields);
  expect(written).toHaveLength(1);
  return written[0] ?? {};
}

it("a line is told as it is, and each of its metrics beside the field it is told apart by", () => {
  const fields = { route: "ci", scene: "group", delivery: "ci#1", state: "pending", ms: 31 };
  expect(write("accepted", fields)).toEqual({
    level: "info",
    event: "accepted",
    ...fields,
    Accepted: 1,
    AckLatency: 31,
    _aws: {
      Timestamp: noon,
      CloudWatchMetrics: [
        { Namespace: "qq-relay/test", Dimensions: [["scene"]], Metrics: [{ Name: "Accepted", Unit: "Count" }] },
        { Namespace: "qq-relay/test", Dimensions: [[]], Metrics: [{ Name: "AckLatency", Unit: "Milliseconds" }] },
      ],
    },
  });
});

it.each([
  ["accepted", { scene: "dm", state: "repeated" }, { Accepted: 0 }],
  ["unpaired", { route: "ci", scene: "group", state: "pending" }, { Unpaired: 1 }],
  ["unpaired", { route: "ci", scene: "group", state: "repeated" }, { Unpaired: 0 }],
  ["unbound", { route: "ci", scene: "group" }, { Unbound: 1 }],
  ["route-fault", { route: "ci", function: "map" }, { RouteFaults: 1 }],
  ["refused", { refusal: "unauthorized" }, { Refused: 1 }],
  ["refused", { refusal: "unauthorized", count: 812 }, { Refused: 812 }],
  [
    "send",
    { scene: "c2c", by: "proactive", outcome: "sent", tries: 3, ms: 120, failed: 0, left: 2 },
    { Sent: 1, Failed: 0, Retries: 2, QqLatency: 120, QuotaLeft: 2 },
  ],
  ["send", { scene: "c2c", by: "reply", outcome: "dead", tries: 1, failed: 3 }, { Sent: 0, Failed: 3, Retries: 0 }],
  ["finished", { scene: "c2c", expired: 2, folded: 1 }, { Expired: 2 }],
  ["sweep", { look: "all", woken: 1, held: 7, heldMs: 90_000 }, { Held: 7, HeldAge: 90_000 }],
  [
    "forecast",
    { scene: "group", target: "Xy3k9aQ2", left: 1, max: 4, renewDays: 9.5, daysLeft: 6.8, waiting: 3, silent: 0 },
    { QuotaLeft: 1, DaysLeft: 6.8, Silent: 0 },
  ],
  ["forecast", { scene: "group", left: 4, max: 4, renewDays: 9.5, silent: 1 }, { QuotaLeft: 4, Silent: 1 }],
  ["outage", { failures: 3, forMs: 30_000 }, { Outages: 1 }],
  ["fault", { name: "Error" }, { Faults: 1 }],
  ["store", { message: "x" }, { Faults: 1 }],
  ["wake", { message: "x" }, { Faults: 1 }],
])("%s %j is measured as %j", (event, fields, metrics) => {
  const { _aws, level: _, event: __, ...line } = write(event, fields);
  expect(line).toEqual({ ...fields, ...metrics });
  const names = (_aws as Emf).CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name));
  expect(names.toSorted()).toEqual(Object.keys(metrics).toSorted());
});

type Emf = { readonly CloudWatchMetrics: readonly { readonly Metrics: readonly { readonly Name: string }[] }[] };

it.each([
  ["ignored", { route: "ci" }],
  ["sweep", { look: "due", woken: 0 }],
])("%s %j measures nothing", (event, fields) => {
  expect(write(event, fields)).toEqual({ level: "info", event, ...fields });
});
