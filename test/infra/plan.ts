import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { routes } from "../../infra/routes.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { Build } from "./builder.ts";
import type { Planned } from "./engine.ts";

export const root = join(import.meta.dirname, "..", "..");

export type Plan = {
  readonly resources: readonly Planned[];
  readonly builds: readonly Build[];
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Where the functions' zips are: the caller removes it. */
  readonly folder: string;
};

/** A value for each secret that the plan needs; none of them is in any name. */
export const secretValues: Readonly<Record<string, string>> = Object.fromEntries(
  ["QqAppId", "QqAppSecret", ...Object.values<Routes[string]>(routes).flatMap((route) => route.secret ?? [])].map(
    (name) => [name, `a-value-for-${name.toLowerCase().split("").toReversed().join("")}`],
  ),
);

const run = promisify(execFile);

/** Plans a stage in a process of its own, since Pulumi keeps one program's state for all of a process. */
export async function makePlan(
  stage: string,
  env: Readonly<Record<string, string>> = {},
  project = root,
): Promise<Plan> {
  const script = join(import.meta.dirname, "plan-process.ts");
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  const secrets = Object.fromEntries(
    Object.entries(secretValues).map(([name, value]) => [`SST_SECRET_${name}`, value]),
  );
  await run(process.execPath, ["--no-warnings", script, project, stage, folder], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...secrets, ...env },
  });
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
