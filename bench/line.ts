import { benchCalls } from "./calls.ts";
import { postAll } from "./load.ts";
import type { Report } from "./report.ts";
import type { Received } from "./qq.ts";
import { type Rig, startRig } from "./rig.ts";
import { groupPaths } from "./settings.ts";
import { median, percentile } from "./statistics.ts";
import { callsSince, sumOfCalls } from "./store-calls.ts";
import { formatTable } from "./table.ts";

/** Rounds of each load, taken in turn, so that a slow moment of the machine meets all of them. */
const rounds = 3;

type Load = { readonly connections: number; readonly messages: number };

const loads: readonly Load[] = [
  { connections: 1, messages: 300 },
  { connections: 32, messages: 1_000 },
];

/** From the webhook's POST to the message in QQ, over HTTP, with a database. */
export async function benchLine(): Promise<Report> {
  const rig = await startRig();
  try {
    const calls = await benchCalls(rig);
    await run({ connections: 8, messages: 400 }, rig);
    const runs: (Run & Pick<Load, "connections">)[] = [];
    for (let round = 0; round < rounds; round += 1)
      for (const load of loads) runs.push({ ...load, ...(await run(load, rig)) });
    const rows = loads.map(({ connections }) =>
      tellRuns(
        connections,
        runs.filter((each) => each.connections === connections),
      ),
    );
    const told = await rig.countReceived();
    const title = `Whole line: ${groupPaths.length} groups, database ${rig.engine}, CPU of the relay's process only`;
    const head = ["connections", "accepted/s", "p50 ms", "p99 ms", "relayed/s", "CPU s/1000", "store calls a message"];
    return {
      text: [calls.text, formatTable(title, head, rows), tellReceived(told), ""].join("\n"),
      faults: [...calls.faults, ...findFaults(told)],
    };
  } finally {
    rig.stop();
  }
}

type Run = {
  readonly latencies: readonly number[];
  /** Messages a second until the last answer, and until all are sent. */
  readonly accepted: number;
  readonly relayed: number;
  readonly cpuPerThousand: number;
  readonly calls: number;
};

async function run({ connections, messages }: Load, rig: Rig): Promise<Run> {
  const hooks = rig.nextHooks(messages);
  const before = await rig.usage();
  const began = performance.now();
  const { seconds, latencies } = await postAll(rig.url, hooks, connections);
  const after = await rig.usage();
  const wholeSeconds = (performance.now() - began) / 1_000;
  return {
    latencies,
    accepted: messages / seconds,
    relayed: messages / wholeSeconds,
    cpuPerThousand: ((after.cpuSeconds - before.cpuSeconds) / messages) * 1_000,
    calls: sumOfCalls(callsSince(after.calls, before.calls)) / messages,
  };
}

function tellRuns(connections: number, runs: readonly Run[]): readonly string[] {
  const latencies = runs.flatMap((each) => each.latencies);
  const middle = (pick: (run: Run) => number, digits: number): string => median(runs.map(pick)).toFixed(digits);
  return [
    String(connections),
    middle((each) => each.accepted, 0),
    percentile(latencies, 0.5).toFixed(1),
    percentile(latencies, 0.99).toFixed(1),
    middle((each) => each.relayed, 0),
    middle((each) => each.cpuPerThousand, 2),
    middle((each) => each.calls, 2),
  ];
}

const tellReceived = ({ made, lost, twice, refused }: Received): string =>
  `Of ${made} messages, ${lost} were lost and ${twice} sent twice; QQ refused ${refused}.`;

const findFaults = ({ lost, twice }: Received): readonly string[] => [
  ...(lost > 0 ? [`${lost} messages were lost`] : []),
  ...(twice > 0 ? [`${twice} messages were sent twice`] : []),
];
