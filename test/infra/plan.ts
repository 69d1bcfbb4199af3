import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { routes as userRoutes } from "../../infra/routes.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { Build } from "./builder.ts";
import type { Planned } from "./engine.ts";
import { routes as testRoutes } from "./routes.ts";

export type Plan = {
  readonly resources: readonly Planned[];
  readonly builds: readonly Build[];
  readonly outputs: Readonly<Record<string, unknown>>;
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
  const plan = JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")) as Omit<Plan, "folder">;
  return { ...plan, folder };
}

export const ofType = (plan: Plan, type: string): readonly Planned[] =>
  plan.resources.filter((resource) => resource.type === type);

/** The resource of a logical name: physical ones may carry chance. */
export function ofName(plan: Plan, name: string): Planned {
  const found = plan.resources.find((resource) => resource.name === name);
  if (!found) throw new Error(`the plan has no ${name}; it has ${plan.resources.map((each) => each.name).join(", ")}`);
  return found;
}

/** The zip of a function, by the name under which its component was made. */
export function zipOf(plan: Plan, functionId: string): Buffer {
  const file = join(plan.folder, "work", "artifacts", functionId, "code.zip");
  if (!existsSync(file)) throw new Error(`no zip was made for ${functionId}`);
  return readFileSync(file);
}
