import { sceneNames } from "../lib/model/scene.ts";
import { nameOf } from "./name.ts";
import { table } from "./table.ts";

/** One metric in CloudWatch. */
export type Metric = {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, $util.Input<string>>>;
  readonly stat: string;
};

export const sceneFunctions = sceneNames.map(nameOf);

export const allFunctions = [...sceneFunctions, nameOf("events"), nameOf("sweep")];

/** One of the relay's own, which it writes into its log lines: see lib/log/metrics.ts. */
export const own = (metricName: string, stat: string, dimensions: Metric["dimensions"] = {}): Metric => ({
  namespace: `${$app.name}/${$app.stage}`,
  metricName,
  dimensions,
  stat,
});

export const ofFunction =
  (metricName: string, stat: string) =>
  (name: string): Metric => ({ namespace: "AWS/Lambda", metricName, dimensions: { FunctionName: name }, stat });

export const ofTable = (metricName: string, stat: string): Metric => ({
  namespace: "AWS/DynamoDB",
  metricName,
  dimensions: { TableName: table.name },
  stat,
});
