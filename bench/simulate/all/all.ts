import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ShapeName } from "../shapes.ts";
import type { Result } from "../simulate.ts";
import type { Chance } from "../timeline.ts";

/** What is simulated: each shape by each seed. */
export type Extent = {
  readonly seeds: readonly number[];
  readonly shapes: readonly ShapeName[];
  readonly days: number;
};

/** Runs every shape by every seed, on all cores; results are in the order of shapes, then seeds. */
export async function simulateAll(
  { seeds, shapes, days }: Extent,
  tellProgress?: (chance: Chance, done: number, of: number) => void,
): Promise<readonly Result[]> {
  const chances = shapes.flatMap((shape) => seeds.map((seed) => ({ seed, days, shape })));
  const results: (readonly Result[])[] = [];
  const waiting = [...chances.entries()];
  let done = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, chance] = next;
      results[at] = await runApart(chance);
      tellProgress?.(chance, (done += 1), chances.length);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results.flat();
}

/** One chance in a thread of its own. */
const runApart = (chance: Chance): Promise<readonly Result[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: chance });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread of the simulation ended with ${code} and no result`)));
  });
