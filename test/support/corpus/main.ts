import { parseArgs } from "node:util";
import { lookThrough } from "./look-through.ts";
import { readRequests } from "./read-requests.ts";

/**
 * `npm run corpus -- DIR… [--sample 20]`: previews every payload of folders in every form, scene, language and link policy,
 * fails where one throws, is over a limit, holds half a character, a word for nothing, an empty row, a raw tag or a mention,
 * and prints a sample to read.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string", default: "20" } },
});
if (positionals.length === 0) throw new Error("Name a folder of payloads: npm run corpus -- DIR…");
const looked = positionals.flatMap((folder) => readRequests(folder)).map(lookThrough);
if (looked.length === 0) throw new Error(`There is no .json or .txt file in ${positionals.join(", ")}`);

const step = Math.max(1, Math.floor(looked.length / Math.max(1, Number(values.sample))));
for (const { name, sample } of looked.filter((_, index) => index % step === 0)) console.log(`── ${name}\n${sample}\n`);
const wrong = looked.filter(({ faults }) => faults.length > 0);
for (const { name, faults } of wrong) console.error([`✗ ${name}`, ...faults.slice(0, 5)].join("\n    "));
const count = (end: string): number => looked.filter((each) => each.end === end).length;
const bodies = looked.reduce((sum, each) => sum + each.bodies, 0);
console.log(
  `${looked.length} payloads, ${bodies} bodies: ${count("told")} told, ${count("silent")} silent, ${count("refused")} refused, ${wrong.length} with faults`,
);
if (wrong.length > 0) process.exitCode = 1;
