import { cpus } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchBacklog } from "./backlog.ts";
import { benchBundles } from "./bundles.ts";
import { benchDynamo } from "./dynamo/dynamo.ts";
import { benchEmbedded } from "./embedded/embedded.ts";
import { benchLine } from "./line.ts";
import { benchListing } from "./listing.ts";
import { benchStages } from "./stages.ts";

const parts = {
  stages: benchStages,
  line: benchLine,
  dynamo: benchDynamo,
  embedded: benchEmbedded,
  backlog: benchBacklog,
  listing: benchListing,
  bundles: benchBundles,
} as const;

/**
 * `npm run bench`, or only some of it: `npm run bench -- line`. Times never fail it; lost messages and calls do. `--against DIR` sets
 * another tree of this project beside this one, in the same run, where a part can: `npm run bench -- dynamo --against ../before`.
 */
const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { against: { type: "string" } },
});
const against = values.against === undefined ? undefined : resolve(values.against);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`no part ${unknown}; there are ${Object.keys(parts).join(", ")}`);
  process.exit(1);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}\n`);
const faults: string[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const report = await run(against);
  console.log(report.text);
  faults.push(...report.faults);
}
for (const fault of faults) console.error(`FAILED ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
