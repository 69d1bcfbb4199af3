import { createLog } from "../../lib/log/log.ts";
import { withMetrics } from "../../lib/log/metrics.ts";
import type { Log } from "../../lib/ports.ts";

type Line = {
  readonly _aws?: {
    readonly CloudWatchMetrics: readonly {
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
} & Readonly<Record<string, unknown>>;

/** The metrics that CloudWatch makes of a line, each told apart by its dimensions: `Sent by=reply`. */
const metricsOf = (line: Line): readonly string[] =>
  (line._aws?.CloudWatchMetrics ?? []).flatMap(({ Dimensions, Metrics }) =>
    Dimensions.flatMap((names) =>
      Metrics.map(({ Name }) => [Name, ...names.map((name) => `${name}=${String(line[name])}`)].join(" ")),
    ),
  );

/** What lines of a log cost: their bytes, and the custom metrics that they carry. */
export type Logged = { readonly logBytes: number; readonly metrics: readonly string[] };

/** The functions' log, counted since it was last read. */
export function createCountedLog(now: () => Date): { readonly log: Log; readonly read: () => Logged } {
  let logBytes = 0;
  const metrics = new Set<string>();
  const write = createLog((line) => {
    logBytes += Buffer.byteLength(line) + 1;
    for (const name of metricsOf(JSON.parse(line) as Line)) metrics.add(name);
  }, now);
  return {
    log: withMetrics(write, "qq-relay/production", now),
    read: () => {
      const read = { logBytes, metrics: [...metrics].toSorted() };
      logBytes = 0;
      metrics.clear();
      return read;
    },
  };
}
