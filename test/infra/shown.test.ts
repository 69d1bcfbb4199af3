import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { showPlan } from "../../local/plan/show-plan.ts";
import { makePlan, withoutCode } from "./plan.ts";
import { copyProject, root } from "./project.ts";

const region = "ap-southeast-1";

it("a plan is shown as a table that a person can read", async () => {
  const project = copyProject();
  const plan = await makePlan(project.path, "ci", withoutCode);
  rmSync(plan.folder, { recursive: true });
  project.remove();
  await expect(showPlan(plan, region)).toMatchFileSnapshot(join(root, "test", "golden", "plan", "ci.txt"));
});

describe("npm run plan", () => {
  const run = promisify(execFile);
  const plan = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { PATH, HOME } = process.env;
    const script = join(root, "local", "plan", "main.ts");
    const began = run(process.execPath, ["--no-warnings", script, ...args], {
      env: { PATH, HOME, RELAY_ENV_FILE: "", ...env },
    });
    return began.catch(({ stdout, stderr, code }: Record<"stdout" | "stderr", string> & { readonly code: number }) => ({
      stdout,
      stderr,
      code,
    }));
  };

  it("prints it for the repository's own routes, without credentials or secrets", async () => {
    const { stdout } = await plan([], { SST_STAGE: "dev", AWS_REGION: "eu-west-1" });
    expect(stdout).toContain("stage dev in eu-west-1");
    expect(stdout).toContain("qq-relay-dev-group");
  });

  it("says what stops a deployment, and which stage it wants to know", async () => {
    expect(await plan(["--stage", "a-branch-whose-name-goes-on-and-on-and-on-until-it-ends"])).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("take a shorter one"),
    });
    expect(await plan(["--stage", "feature/x"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("must begin with a letter"),
    });
    expect(await plan([])).toMatchObject({ code: 2, stderr: expect.stringContaining("Say which stage") });
  });
});
