import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { kinds } from "../../local/plan/kinds.ts";
import { showPlan } from "../../local/plan/show-plan.ts";
import { makePlan, withoutCode } from "./plan.ts";
import { copyProject, root } from "./project.ts";

const region = "ap-southeast-1";

async function shownWith(env: Readonly<Record<string, string>>): Promise<string> {
  const project = copyProject();
  const plan = await makePlan(project.path, "ci", { ...env, ...withoutCode });
  rmSync(plan.folder, { recursive: true });
  project.remove();
  return showPlan(plan, region);
}

it("a plan is shown as a table that a person can read", async () =>
  expect(await shownWith({})).toMatchFileSnapshot(join(root, "test", "golden", "plan", "ci.txt")));

it("with all that can be asked for too, where every kind has a name", async () => {
  const shown = await shownWith({
    RELAY_ALARM_EMAIL: "someone@example.com",
    RELAY_BUDGET_USD: "10",
    RELAY_STATIC_IP: "1",
    RELAY_DOMAIN: "relay.example.com",
    RELAY_DOMAIN_CERT: "arn:aws:acm:us-east-1:123456789012:certificate/1",
    RELAY_GATEWAY_IMAGE: "registry.example/qq-relay:0.1.0",
  });
  expect(shown.split("\n").filter((line) => line.startsWith("aws:"))).toEqual([]);
  for (const type of ["aws:ec2/natGateway:NatGateway", "aws:ecs/service:Service", "aws:sns/topic:Topic"])
    expect(shown).toContain(`${kinds[type]?.zh} ${kinds[type]?.en}`);
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
    expect(await plan([])).toMatchObject({ code: 2, stderr: expect.stringContaining("Say which stage") });
  });
});
