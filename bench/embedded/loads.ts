import { join } from "node:path";
import { startChild } from "../child.ts";
import { besideGoal } from "../goal.ts";
import { postAll } from "../load.ts";
import { bot, type Qq } from "../qq.ts";
import { median, percentile } from "../statistics.ts";
import { formatTable } from "../table.ts";
import { cpuSecondsOf } from "./process-usage.ts";
import { makeFolder, type Run, startEmbedded } from "./run.ts";

/** Rounds of each load, taken in turn, so that a slow moment of the machine meets all of them. */
const rounds = 5;

type Load = { readonly connections: number; readonly messages: number; readonly max: number };

const loads: readonly Load[] = [
  { connections: 1, messages: 500, max: 1.2 },
  { connections: 32, messages: 2_000, max: 0.8 },
];

type Measured = {
  readonly latencies: readonly number[];
  /** Messages a second until the last answer, and until all are sent. */
  readonly accepted: number;
  readonly relayed: number;
  readonly cpuPerThousand: number;
};

/** What takes webhooks and tells QQ, and how it is known that it has told all. */
type Subject = Pick<Run, "pid" | "url" | "untilTold">;

async function startBare(qqUrl: string): Promise<Subject & { readonly stop: () => void }> {
  const { pid, ready, ask, stop } = await startChild<string, number>(new URL("bare-process.ts", import.meta.url), {
    ...bot,
    QQ_API_BASE: qqUrl,
  });
  const untilTold = async (notices: number): Promise<void> => {
    while ((await ask()) < notices) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { pid, url: ready, untilTold, stop };
}

/** Measures one load after the other on a subject; what went before is known by its count. */
function createMeasure({ pid, url, untilTold }: Subject, qq: Qq) {
  let sent = 0;
  return async ({ connections, messages }: Omit<Load, "max">): Promise<Measured> => {
    const hooks = qq.nextHooks(messages);
    const before = cpuSecondsOf(pid);
    const began = performance.now();
    const { seconds, latencies } = await postAll(url, hooks, connections);
    await untilTold((sent += messages));
    const wholeSeconds = (performance.now() - began) / 1_000;
    return {
      latencies,
      accepted: messages / seconds,
      relayed: messages / wholeSeconds,
      cpuPerThousand: ((cpuSecondsOf(pid) - before) / messages) * 1_000,
    };
  };
}

/** CPU, throughput and latency of the whole process over 64 conversations, and of the floor in the same rounds. */
export async function benchLoads(qq: Qq): Promise<string> {
  const bare = await startBare(qq.url);
  const relay = await startEmbedded(join(makeFolder(), "data"), qq.url);
  const subjects = [
    { name: "floor: nothing stored", measure: createMeasure(bare, qq), hasGoal: false },
    { name: "embedded, one process, everything counted", measure: createMeasure(relay, qq), hasGoal: true },
  ];
  for (const { measure } of subjects) await measure({ connections: 8, messages: 1_000 });
  const runs: { readonly name: string; readonly connections: number; readonly measured: Measured }[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const load of loads)
      for (const { name, measure } of subjects)
        runs.push({ name, connections: load.connections, measured: await measure(load) });
  bare.stop();
  await relay.stop();

  const rows = subjects.flatMap(({ name, hasGoal }) =>
    loads.map(({ connections, max }) => {
      const measured = runs
        .filter((run) => run.name === name && run.connections === connections)
        .map((run) => run.measured);
      const latencies = measured.flatMap((each) => each.latencies);
      const middle = (pick: (each: Measured) => number): number => median(measured.map(pick));
      return [
        name,
        String(connections),
        middle((each) => each.accepted).toFixed(0),
        percentile(latencies, 0.5).toFixed(1),
        percentile(latencies, 0.99).toFixed(1),
        middle((each) => each.relayed).toFixed(0),
        ...besideGoal(
          middle((each) => each.cpuPerThousand),
          hasGoal ? max : undefined,
          2,
        ),
      ];
    }),
  );
  const head = ["", "connections", "accepted/s", "p50 ms", "p99 ms", "relayed/s", "CPU s/1000", "goal", ""];
  return formatTable("The embedded run over 64 groups, CPU of its whole process, medians of 5 rounds", head, rows);
}
