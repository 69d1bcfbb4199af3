import { rmSync } from "node:fs";
import { expect, it } from "vitest";
import { tableDefinition } from "../../lib/store/dynamo/definition.ts";
import { makePlan, type Plan, withoutCode } from "./plan.ts";
import { type Change, copyProject, root } from "./project.ts";
import { statementsOf } from "../../local/plan/statements.ts";
import { createTable, plannedTable } from "./table-of.ts";

/** What a deployment of the changed project says before it makes anything. */
async function planWith(
  changes: readonly Change[],
  stage = "ci",
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const project = copyProject(changes);
  try {
    await makePlan(project.path, stage, { ...env, ...withoutCode });
    return "planned";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    project.remove();
  }
}

const routes = "infra/routes.ts";

it.each<readonly [mistake: string, change: Change, told: string]>([
  [
    "a scene that there is not",
    [routes, 'scene: "group"', 'scene: "grup"'],
    'infra/routes.ts: route "ci": scene "grup" is none of c2c, group, channel, dm',
  ],
  [
    "a secret by the name of a part of the relay",
    [routes, 'secret: "GithubSecret"', 'secret: "Wake"'],
    'infra/routes.ts: route "ci": secret "Wake" is a name that the relay itself uses',
  ],
  [
    "a secret in the place of its name",
    [routes, 'secret: "GithubSecret"', 'secret: "s3cr3t!"'],
    'infra/routes.ts: route "ci": secret is not the name of a secret',
  ],
  [
    "a setting that there is not",
    ["infra/settings.ts", 'language: "zh"', 'language: "fr"'],
    'infra/settings.ts: settings: language "fr" is none of zh, en',
  ],
  [
    "a route for warnings that there is not",
    ["infra/settings.ts", 'warnTo: "me"', 'warnTo: "mee"'],
    'infra/settings.ts: settings: warnTo "mee" is no route; there are ci, alerts, me, door, nas, direct, or take it away',
  ],
])("%s stops a deployment before anything is made", async (_, change, told) => {
  const said = await planWith([change]);
  expect(said).toContain("Nothing was deployed.");
  expect(said).toContain(told);
  expect(said).not.toContain("s3cr3t");
});

it("all mistakes are told at once", async () => {
  const said = await planWith([
    [routes, 'scene: "group"', 'scene: "grup"'],
    [routes, 'maxAge: "1d"', 'maxAge: "soon"'],
  ]);
  expect(said).toContain('route "ci": scene "grup"');
  expect(said).toContain('route "alerts": policy.maxAge "soon"');
});

it("a region without function URLs, and what .env says wrongly, stop it too", async () => {
  const said = await planWith([], "ci", {
    AWS_REGION: "ap-southeast-5",
    RELAY_STATIC_IP: "cheap",
    RELAY_BUDGET_USD: "10",
    QQ_API_BASE: "http://127.0.0.1:8788",
  });
  expect(said).toContain("Nothing was deployed.");
  expect(said).toMatch(/region ap-southeast-5 .* function URLs/);
  for (const name of ["RELAY_STATIC_IP", "RELAY_BUDGET_USD", "QQ_API_BASE"]) expect(said).toContain(`.env: ${name}`);
});

it("a stage with too long a name is told", async () => {
  expect(await planWith([], "a-branch-whose-name-goes-on-and-on-and-on-until-it-ends")).toContain("take a shorter one");
});

it("a secret without a value is told by its name", async () => {
  expect(await planWith([[routes, 'secret: "GithubSecret"', 'secret: "OtherSecret"']])).toContain(
    "sst secret set OtherSecret",
  );
});

it("a handler that is not there is told", async () => {
  expect(await planWith([["infra/events.ts", "functions/events.handler", "functions/event.handler"]])).toContain(
    "Handler not found: functions/event.handler",
  );
});

/** What a changed project plans, for mistakes that AWS alone would tell: the checks of plan.test.ts have to see them. */
async function planOf(change: Change): Promise<Plan> {
  const project = copyProject([change]);
  try {
    return await makePlan(project.path, "ci", withoutCode);
  } finally {
    project.remove();
  }
}

it("a key of an index that is left out is seen: the table is not the embedded engine's", async () => {
  const plan = await planOf(["infra/table.ts", 'dueShard: "string", dueAt: "number"', 'dueShard: "string"']);
  const table = plannedTable(plan);
  rmSync(plan.folder, { recursive: true });
  expect(createTable(table)).not.toEqual(tableDefinition(table.name));
});

it("a right that is dropped is seen: the sweep may no longer find what is pending", async () => {
  const dropped = '  { actions: ["dynamodb:Scan"], resources: [indexArn("live")] },\n';
  const plan = await planOf(["infra/table.ts", dropped, ""]);
  rmSync(plan.folder, { recursive: true });
  const actions = statementsOf(plan, "SweepHandler").flatMap((statement) => statement.actions);
  expect(actions).toContain("dynamodb:Query");
  expect(actions).not.toContain("dynamodb:Scan");
});

it("leave to write its own log that is dropped is seen: no function could tell anything", async () => {
  const dropped = '{ actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [logArn(own)] },';
  const plan = await planOf(["infra/run-rights.ts", dropped, ""]);
  rmSync(plan.folder, { recursive: true });
  const actions = statementsOf(plan, "Group").flatMap((statement) => statement.actions);
  expect(actions).toContain("dynamodb:PutItem");
  expect(actions).not.toContain("logs:PutLogEvents");
});

it("the sweep may write nothing where nobody is to be warned", async () => {
  const plan = await planOf(["infra/settings.ts", ', warnTo: "me"', ""]);
  rmSync(plan.folder, { recursive: true });
  const actions = statementsOf(plan, "SweepHandler").flatMap((statement) => statement.actions);
  expect(actions.filter((action) => action.startsWith("dynamodb:")).toSorted()).toEqual(
    ["GetItem", "Query", "Query", "Query", "Scan"].map((name) => `dynamodb:${name}`),
  );
});

it("the routes and settings as they are now are planned", async () => {
  const { folder, outputs } = await makePlan(root, "ci");
  rmSync(folder, { recursive: true });
  expect(Object.keys(outputs)).toEqual(expect.arrayContaining(["events"]));
});
