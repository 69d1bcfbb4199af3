import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";

/**
 * `npm run fuzz -- [--runs 50000] [--seed 1]`: mutated requests through a scene's handler and out in any look. Tells the
 * answers by status, the costliest input, and fails with what was wrong.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "50000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const [seed, runs] = [Number(values.seed), Number(values.runs)];
const began = performance.now();
const seconds = (): string => ((performance.now() - began) / 1_000).toFixed(0);
console.log(`${runs} requests, --seed ${seed}`);
const { statuses, told, worst, faults } = await fuzz({
  seed,
  runs,
  onRun: (done, report) => {
    if (done % 10_000 === 0) console.log(`${done} requests, ${seconds()} s, ${report.faults.length} faults`);
  },
});
for (const fault of faults.slice(0, 20)) console.error(`✗ ${fault}`);
const answers = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
console.log(`${answers.join(", ")}; ${told} told; ${faults.length} faults; ${seconds()} s`);
console.log(`the costliest: ${worst.times.toFixed(1)} times an ordinary one of its ${worst.bytes} bytes: ${worst.of}`);
if (faults.length > 0) process.exitCode = 1;
