import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Build, type Bundler, startBuilder } from "./builder.ts";
import { type Planned, startEngine } from "./engine.ts";
import type { Bag } from "./inventions.ts";
import { bundleProgram } from "./program.ts";

/** What a deployment would make, from which builds of functions, and what it would print. */
export type Evaluated = {
  readonly app: { readonly name: string; readonly stage: string };
  readonly resources: readonly Planned[];
  readonly builds: readonly Build[];
  readonly outputs: Readonly<Record<string, unknown>>;
};

export type EvaluateOptions = {
  readonly root: string;
  readonly stage: string;
  readonly region: string;
  /** Where zips and drafts are left: the caller removes it. */
  readonly folder: string;
  readonly bundle: Bundler;
  /** What is in AWS already, by its id: a table that is adopted. */
  readonly found?: Readonly<Record<string, Bag>>;
};

/**
 * Evaluates a project's sst.config.ts as SST's CLI would, and asks nothing of AWS. Once a process: Pulumi keeps one program's state
 * for all of it, and an error that it meets beside the program ends in `unhandledRejection`.
 */
export async function evaluatePlan(options: EvaluateOptions): Promise<Evaluated> {
  const { root, stage, region, folder, bundle, found = {} } = options;
  const platform = join(root, ".sst", "platform");
  Object.assign(globalThis, { $config: (config: unknown) => config });
  const { default: config } = (await import(pathToFileURL(join(root, "sst.config.ts")).href)) as {
    readonly default: { readonly app: (input: { readonly stage: string }) => { readonly name: string } };
  };
  const app = { removal: "retain", protect: false, ...config.app({ stage }), stage };

  const work = join(folder, "work");
  mkdirSync(work, { recursive: true });
  const builder = await startBuilder(root, join(folder, "bundles"), bundle);
  // As SST's CLI tells its components.
  Object.assign(process.env, { SST_SERVER: builder.url, SST_AWS_REGION: region });
  // Counts the platform, where its packages are found.
  const outfile = join(platform, `plan.${process.pid}.mjs`);
  // An output that is pending keeps no process alive, and one that is refused leaves the program waiting for ever.
  const alive = setInterval(() => undefined, 1_000);
  const failed = new Promise<never>((_, reject) => {
    process.on("unhandledRejection", reject);
  });
  try {
    await bundleProgram({ root, platform, app, work, outfile });
    const engine = startEngine({ platform, project: app.name, stage, region, found });
    const run = async (): Promise<unknown> =>
      ((await import(pathToFileURL(outfile).href)) as { default: unknown }).default;
    await Promise.race([failed, engine.run(run)]);
    const outputs = engine.planned.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {};
    return { app, outputs, builds: builder.builds, resources: engine.planned };
  } finally {
    clearInterval(alive);
    builder.stop();
    rmSync(outfile, { force: true });
  }
}
