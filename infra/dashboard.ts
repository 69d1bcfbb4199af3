import { heldReasons } from "../lib/model/held.ts";
import { refusalStatus } from "../lib/model/refusal.ts";
import { sceneNames } from "../lib/model/scene.ts";
import { alarmArns } from "./alarms.ts";
import { allFunctions, type Metric, ofFunction, own, sceneFunctions } from "./metrics.ts";
import { nameOf } from "./name.ts";

type Graph = { readonly title: string; readonly metrics: readonly Metric[] };

const each = (name: string, stat: string, dimension: string, values: readonly string[]): readonly Metric[] =>
  values.map((value) => own(name, stat, { [dimension]: value }));

const graphs: readonly Graph[] = [
  { title: "收下 Accepted", metrics: each("Accepted", "Sum", "scene", sceneNames) },
  { title: "拒收 Refused", metrics: each("Refused", "Sum", "refusal", Object.keys(refusalStatus)) },
  { title: "已发 Sent", metrics: each("Sent", "Sum", "by", ["reply", "proactive", "repeat"]) },
  { title: "暂存 Held", metrics: [own("Held", "Maximum")] },
  {
    title: "为什么暂存，按会话数 Why held, conversations by reason",
    metrics: each("HeldTargets", "Maximum", "reason", heldReasons),
  },
  { title: "最久的暂存 Age of the oldest held (ms)", metrics: [own("HeldAge", "Maximum")] },
  {
    title: "失败、过期、重试与 QQ 故障 Failed, expired, retries, faults, outages",
    metrics: [
      ...["Failed", "Expired", "Retries", "Faults", "AuditsLost", "Outages"].map((name) => own(name, "Sum")),
      ...each("RouteFaults", "Sum", "function", ["filter", "map", "ark", "template"]),
    ],
  },
  {
    title: "剩余主动消息，最少的目标 Quota left, the least of any target",
    metrics: each("QuotaLeft", "Minimum", "scene", sceneNames),
  },
  {
    title: "照这样还能主动发几天，最少的目标 Days of pushes left at this pace, the least of any target",
    metrics: each("DaysLeft", "Minimum", "scene", sceneNames),
  },
  {
    title: "超过一天没能收到通知的会话 Conversations that could be told nothing for a day",
    metrics: [own("Silent", "Sum")],
  },
  {
    title: "网关进程没有动静 Gateway process silent",
    metrics: [own("GatewaySilent", "Maximum")],
  },
  {
    title: "应答耗时 Time to answer the sender (ms)",
    metrics: [
      own("AckLatency", "p50"),
      own("AckLatency", "p99"),
      ...sceneFunctions.map(ofFunction("UrlRequestLatency", "p99")),
    ],
  },
  {
    title: "解绑、还没配对就收到 Unbound, came before pairing",
    metrics: ["Unbound", "Unpaired"].map((name) => own(name, "Sum")),
  },
  { title: "QQ 耗时 Time QQ takes (ms)", metrics: [own("QqLatency", "p50"), own("QqLatency", "p99")] },
  { title: "函数错误 Errors of functions", metrics: allFunctions.map(ofFunction("Errors", "Sum")) },
];

const [width, height] = [8, 6];
const across = 24 / width;

const placeOf = (at: number) => ({
  x: (at % across) * width,
  y: Math.floor(at / across) * height,
  width,
  height,
});

const drawn = graphs.map(({ title, metrics }, at) => ({
  type: "metric",
  ...placeOf(at),
  properties: {
    title,
    region: aws.getRegionOutput().region,
    period: 300,
    metrics: metrics.map(({ namespace, metricName, dimensions, stat }) => [
      namespace,
      metricName,
      ...Object.entries(dimensions).flat(),
      { stat },
    ]),
  },
}));

const alarms = {
  type: "alarm",
  ...placeOf(graphs.length),
  properties: { title: "报警 Alarms", alarms: alarmArns },
};

/** What one looks at first. An account has three dashboards for nothing, and pays 3 USD a month for each other. */
export const dashboard = new aws.cloudwatch.Dashboard("Dashboard", {
  dashboardName: nameOf("dashboard"),
  dashboardBody: $jsonStringify({ widgets: [...drawn, alarms] }),
});
