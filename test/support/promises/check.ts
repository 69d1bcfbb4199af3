import * as fc from "fast-check";
import type { Coverage } from "./coverage.ts";
import { note } from "./coverage.ts";
import { runProgram } from "./run.ts";
import { anyProgram } from "./steps.ts";

export type CheckOptions = {
  readonly seed: number;
  readonly runs: number;
  readonly coverage: Coverage;
  /** Told after each run. */
  readonly onRun?: () => void;
};

/** Runs so many random programs; throws with the smallest one that breaks a promise, and the seed that finds it again. */
export async function checkPromises({ seed, runs, coverage, onRun }: CheckOptions): Promise<void> {
  const property = fc.asyncProperty(anyProgram, async (program) => {
    const violations = await runProgram(program, coverage);
    onRun?.();
    for (const { kind } of violations) note(coverage, `broken:${kind}`);
    const [first] = violations;
    if (first) throw new Error(`${first.kind}: ${first.detail}`);
  });
  await fc.assert(property, {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: 40 * 60_000,
    markInterruptAsFailure: true,
  });
}
