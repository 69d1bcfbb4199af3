import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { deployVariables } from "../../lib/config/deploy-rules.ts";

const root = join(import.meta.dirname, "..", "..");
const text = readFileSync(join(root, ".github/workflows/deploy.yml"), "utf8");

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
};

type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions: object;
        readonly environment: string;
        readonly env: Readonly<Record<string, string>>;
        readonly steps: readonly Step[];
      }
    >
  >;
};

const workflow = parse(text) as Workflow;
const { deploy, ...others } = workflow.jobs;
const steps = deploy?.steps ?? [];

it("is started by hand only, and may read the code and ask for a token of its own, nothing else", () => {
  expect(Object.keys(workflow.on)).toEqual(["workflow_dispatch"]);
  expect(workflow.permissions).toEqual({});
  expect(others).toEqual({});
  expect(deploy?.permissions).toEqual({ contents: "read", "id-token": "write" });
  expect(deploy?.environment).toContain("inputs.stage");
});

it("takes others' steps by their whole version, and says which that is", () => {
  const used = steps.flatMap(({ uses }) => uses ?? []);
  expect(used.map((each) => each.split("@")[0])).toEqual([
    "actions/checkout",
    "actions/setup-node",
    "aws-actions/configure-aws-credentials",
  ]);
  for (const each of used) {
    expect(each).toMatch(/@[0-9a-f]{40}$/);
    expect(text).toMatch(new RegExp(`uses: ${each} # v\\d+\\.\\d+\\.\\d+\n`));
  }
});

it("has no long-lived keys: a role by a token of GitHub's", () => {
  const credentials = steps.find(({ uses }) => uses?.startsWith("aws-actions/"))?.with;
  expect(Object.keys(credentials ?? {})).toEqual(["role-to-assume", "aws-region"]);
  expect(text).not.toMatch(/AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY|aws-access-key-id/);
  expect([...text.matchAll(/\{\{ secrets\.(\w+)/g)].map(([, name]) => name)).toEqual(["RELAY_SECRETS"]);
});

it("pastes nothing that somebody wrote into a script", () => {
  for (const { run = "" } of steps) expect(run).not.toContain("${{");
});

it("plans before it has any rights, and then does what was asked for", () => {
  const order = steps.map(({ uses, run = "" }) => uses?.split("@")[0] ?? run.split("\n")[0] ?? "");
  const plan = order.findIndex((each) => each.startsWith("npm run plan"));
  expect(plan).toBeGreaterThan(order.indexOf("npm ci"));
  expect(plan).toBeLessThan(order.indexOf("aws-actions/configure-aws-credentials"));
  expect(order.at(-1)).toBe('npx sst "$ACTION"');
});

it("hands on every variable that a deployment reads", () => {
  const read = globSync("infra/*.ts", { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/process\.env\.(\w+)/g)].map(([, name = ""]) => name),
  );
  const own = new Set([...read, ...deployVariables].filter((name) => name !== "SST_AWS_REGION"));
  expect([...own].filter((name) => deploy?.env[name] === undefined)).toEqual([]);
  for (const name of own) expect(deploy?.env[name]).toContain(`vars.${name} `);
});
