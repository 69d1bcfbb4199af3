import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { routes as userRoutes } from "../../infra/routes.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { Evaluated } from "../../local/plan/evaluate.ts";
import { routes as testRoutes } from "./routes.ts";

export type Plan = Evaluated & {
  /** Where the functions' zips are: the caller removes it. */
  readonly folder: string;
};

const secretNames = (routes: Routes): readonly string[] => [
  "QqAppId",
  "QqAppSecret",
  ...Object.values(routes).flatMap((route) => route.secret ?? []),
];

/** A value for each secret of the tests' routes; none of them is in any name. */
export const secretValues: Readonly<Record<string, string>> = valuesFor(secretNames(testRoutes));

function valuesFor(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `value-${createHash("sha256").update(name).digest("hex")}`]));
}

const run = promisify(execFile);

/** A plan of which nobody looks at the zips: bundling takes most of the time. */
export const withoutCode = { PLAN_CODE: "none" } as const;

/** Plans a stage of a project in a process of its own, since Pulumi keeps one program's state for all of a process. */
export async function makePlan(
  project: string,
  stage: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Plan> {
  const script = join(import.meta.dirname, "plan-process.ts");
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  const values = valuesFor([...secretNames(testRoutes), ...secretNames(userRoutes)]);
  const secrets = Object.fromEntries(Object.entries(values).map(([name, value]) => [`SST_SECRET_${name}`, value]));
  try {
    await run(process.execPath, ["--no-warnings", script, project, stage, folder], {
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...secrets, ...env },
    });
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  const plan = JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")) as Evaluated;
  return { ...plan, folder };
}

/** The zip of a function, by the name under which its component was made. */
export function zipOf(plan: Plan, functionId: string): Buffer {
  const file = join(plan.folder, "work", "artifacts", functionId, "code.zip");
  if (!existsSync(file)) throw new Error(`no zip was made for ${functionId}`);
  return readFileSync(file);
}
