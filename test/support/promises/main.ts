import { parseArgs } from "node:util";
import { checkPromises } from "./check.ts";
import { type Coverage, tellCoverage } from "./coverage.ts";

/**
 * `npm run test:promises -- [--runs 10000] [--seed 1]`: the property of `test/line/promises.property.test.ts`, as long as one
 * likes. Tells the time it took, and how often each step, refusal and point of a crash was met.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
const coverage: Coverage = new Map();
const began = performance.now();
const seconds = (): string => ((performance.now() - began) / 1_000).toFixed(0);
let done = 0;
const onRun = (): void => {
  done += 1;
  if (done % 500 === 0) console.log(`${done} runs, ${seconds()} s`);
};
console.log(`${runs} runs, --seed ${seed}`);
try {
  await checkPromises({ seed, runs, coverage, onRun });
  console.log("every promise was kept");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
console.log(`${done} runs, ${seconds()} s`);
console.log(tellCoverage(coverage));
