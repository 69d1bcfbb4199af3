import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startBuilder } from "./builder.ts";
import { startEngine } from "./engine.ts";
import { bundleProgram } from "./program.ts";

// node test/infra/plan-process.ts ROOT STAGE FOLDER: evaluates ROOT's sst.config.ts as SST's CLI would, and writes what it
// plans to FOLDER/plan.json. Zips of the functions are left in FOLDER too.
const [root = "", stage = "", folder = ""] = process.argv.slice(2).map((each, at) => (at === 1 ? each : resolve(each)));
const region = "ap-southeast-1";
const platform = join(root, ".sst", "platform");

Object.assign(globalThis, { $config: (config: unknown) => config });
const { default: config } = (await import(pathToFileURL(join(root, "sst.config.ts")).href)) as {
  readonly default: { readonly app: (input: { readonly stage: string }) => { readonly name: string } };
};
const app = { removal: "retain", protect: false, ...config.app({ stage }), stage };

const work = join(folder, "work");
mkdirSync(work, { recursive: true });
const builder = await startBuilder(root, join(folder, "bundles"));
process.env["SST_SERVER"] = builder.url;
// Counts the platform, where its packages are found.
const outfile = join(platform, `plan.${process.pid}.mjs`);
// An output that is pending keeps no process alive, and one that is refused leaves the program waiting for ever.
const alive = setInterval(() => undefined, 1_000);
const failed = new Promise<never>((_, reject) => {
  process.on("unhandledRejection", reject);
});
try {
  await bundleProgram({ root, platform, app, work, outfile });
  const engine = startEngine(platform, app.name, stage, region);
  const run = async (): Promise<unknown> =>
    ((await import(pathToFileURL(outfile).href)) as { default: unknown }).default;
  await Promise.race([failed, engine.run(run)]);
  const outputs = engine.planned.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs;
  const plan = { app, outputs, builds: builder.builds, resources: engine.planned };
  writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
} finally {
  clearInterval(alive);
  builder.stop();
  rmSync(outfile, { force: true });
}
process.exit(0);
