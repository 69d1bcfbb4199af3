import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bundle, bundle } from "../bundle.ts";
import { startKb } from "../bundles.ts";
import { startChild } from "../child.ts";
import { besideGoal } from "../goal.ts";
import { postAll } from "../load.ts";
import type { Report } from "../report.ts";
import type { RelayUrls } from "../relay-process.ts";
import { type Rig, startRig } from "../rig.ts";
import { median } from "../statistics.ts";
import { callsSince, sumOfCalls } from "../store-calls.ts";
import { formatTable } from "../table.ts";
import { measureFirstRequest } from "./first-request.ts";

const root = join(import.meta.dirname, "..", "..");

/** Rounds of each figure, taken in turn over the trees, so that a slow moment of the machine meets all of them. */
const rounds = 5;

type Load = {
  readonly door: keyof RelayUrls;
  readonly connections: number;
  readonly messages: number;
  /** Not spread over the groups: what is only accepted would be sent with what comes later. */
  readonly path?: string;
  /** Most CPU seconds for a thousand messages on a quiet machine. */
  readonly max?: number;
};

const loads: Readonly<Record<string, Load>> = {
  "alone, CPU s/1000": { door: "url", connections: 1, messages: 300, max: 3.6 },
  "in bursts, CPU s/1000": { door: "url", connections: 32, messages: 1_000, max: 2.2 },
  "accepted only, CPU s/1000": { door: "entryUrl", path: "/group/entry", connections: 1, messages: 300 },
};

/** A tree of this project with what of it is measured. */
type Measured = {
  readonly name: string;
  readonly rig: Rig;
  readonly scene: Bundle;
  readonly figures: Map<string, number[]>;
};

/** What a message costs the relay's process where the table is DynamoDB; `against`, another tree of the project beside this one. */
export async function benchDynamo(against?: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const aws = await startChild<{ readonly dynamo: string; readonly lambda: string }>(
    new URL("stub-aws.ts", import.meta.url),
  );
  const trees: Measured[] = [];
  try {
    for (const tree of [root, ...(against === undefined ? [] : [against])])
      trees.push({
        name: tree === root ? "here" : tree,
        rig: await startRig(tree),
        scene: await bundle(tree, "functions/group.ts", join(folder, String(trees.length))),
        figures: new Map(),
      });
    for (const { rig } of trees) await run({ door: "url", connections: 8, messages: 400 }, rig);
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, load] of Object.entries(loads))
        for (const { rig, figures } of trees) {
          const { cpu, calls } = await run(load, rig);
          note(figures, name, cpu);
          note(figures, name.replace("CPU s/1000", "calls a message"), calls);
        }
      for (const { scene, figures } of trees) {
        const { startMs, requestMs } = measureFirstRequest(scene.entry, aws.ready);
        note(figures, "start of a scene's function, CPU ms", startMs);
        note(figures, "its first webhook, CPU ms", requestMs);
        note(figures, "KB at its start", startKb(scene));
      }
    }
    const received = await Promise.all(trees.map(({ rig }) => rig.countReceived()));
    const faults = received.flatMap(({ twice }) => (twice > 0 ? [`${twice} messages were sent twice`] : []));
    return { text: tell(trees), faults };
  } finally {
    for (const { rig } of trees) rig.stop();
    aws.stop();
    rmSync(folder, { recursive: true });
  }
}

function note(figures: Measured["figures"], name: string, value: number): void {
  figures.set(name, [...(figures.get(name) ?? []), value]);
}

async function run({ door, path, connections, messages }: Load, rig: Rig) {
  const hooks = rig.nextHooks(messages).map((hook) => ({ ...hook, path: path ?? hook.path }));
  const before = await rig.usage();
  await postAll(rig[door], hooks, connections);
  const after = await rig.usage();
  return {
    cpu: ((after.cpuSeconds - before.cpuSeconds) / messages) * 1_000,
    calls: sumOfCalls(callsSince(after.calls, before.calls)) / messages,
  };
}

function tell([here, there]: readonly Measured[]): string {
  if (!here) return "";
  const rows = [...here.figures].map(([name, values]) => {
    const value = median(values);
    const other = median(there?.figures.get(name) ?? []);
    const [figure = "", ...goal] = besideGoal(value, loads[name]?.max, 2);
    return [
      name,
      ...(there ? [other.toFixed(2)] : []),
      figure,
      ...(there ? [(value / other).toFixed(2)] : []),
      ...goal,
    ];
  });
  const head = ["", ...(there ? ["there"] : []), "here", ...(there ? ["ratio"] : []), "goal", ""];
  const title = `A message on DynamoDB (${here.rig.engine})${there ? `, here beside ${there.name}` : ""}, medians of ${rounds} rounds in turn`;
  return formatTable(title, head, rows);
}
