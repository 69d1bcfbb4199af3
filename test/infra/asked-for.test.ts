import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { account } from "../../local/plan/inventions.ts";
import { ofName, ofType } from "../../local/plan/plan.ts";
import { statementsOf } from "../../local/plan/statements.ts";
import { makePlan, withoutCode } from "./plan.ts";
import { copyProject } from "./project.ts";

const mail = "someone@example.com";
const restored = "qq-relay-restored-2026-11-21";

/** A table as point-in-time recovery leaves it: its keys and indexes, and nothing that was set beside them. */
const asRestored = {
  hashKey: "pk",
  rangeKey: "sk",
  deletionProtectionEnabled: false,
  localSecondaryIndexes: [{ name: "live", rangeKey: "live", projectionType: "KEYS_ONLY" }],
  globalSecondaryIndexes: [{ name: "due", hashKey: "dueShard", rangeKey: "dueAt", projectionType: "KEYS_ONLY" }],
  ttl: { enabled: false, attributeName: "" },
  pointInTimeRecovery: { enabled: false },
};

const asSet = {
  ...asRestored,
  ttl: { enabled: true, attributeName: "expiresAt" },
  pointInTimeRecovery: { enabled: true },
  deletionProtectionEnabled: true,
};

const project = copyProject();
const plan = (stage: string, env: Readonly<Record<string, string>>) =>
  makePlan(project.path, stage, { ...env, ...withoutCode });
const adopting = (found: object) =>
  plan("production", {
    RELAY_ADOPT_TABLE: restored,
    RELAY_ALARM_EMAIL: mail,
    FOUND: JSON.stringify({ [restored]: found }),
  });
const [guarded, adopted, ready, china] = await Promise.all([
  plan("ci", {
    RELAY_ALARM_EMAIL: mail,
    RELAY_BUDGET_USD: "10",
    RELAY_RESERVED_CONCURRENCY: "20",
    RELAY_STATIC_IP: "ec2",
    QQ_API_BASE: "https://proxy.example/qq",
    QQ_TOKEN_URL: "https://proxy.example/token",
    RELAY_GATEWAY_IMAGE: "registry.example/qq-relay:0.1.0",
  }),
  adopting(asRestored),
  adopting(asSet),
  plan("ci", { AWS_REGION: "cn-north-1", RELAY_ANY_REGION: "1" }),
]);

afterAll(() => {
  for (const { folder } of [guarded, adopted, ready, china]) rmSync(folder, { recursive: true });
  project.remove();
});

const open = ["C2c", "Group", "Channel", "Dm", "Events"];
const functions = [...open, "SweepHandler"];

describe("what .env asks for beside the alarms", () => {
  it("a budget tells the address before and when it is spent", () => {
    const { notifications, ...budget } = ofName(guarded, "Budget").inputs as {
      readonly notifications: readonly object[];
    };
    expect(budget).toEqual({
      name: "qq-relay-ci-budget",
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: "10",
      limitUnit: "USD",
    });
    expect(notifications).toHaveLength(2);
    for (const each of notifications) expect(each).toMatchObject({ subscriberEmailAddresses: [mail] });
  });

  it("a reserve of concurrency is that of the functions with an address, not the sweep's", () => {
    for (const id of open) expect(ofName(guarded, `${id}Function`).inputs["reservedConcurrentExecutions"]).toBe(20);
    expect(ofName(guarded, "SweepHandlerFunction").inputs).not.toHaveProperty("reservedConcurrentExecutions");
  });

  it("other addresses of QQ's API reach all that call it", () => {
    const passed = { QQ_API_BASE: "https://proxy.example/qq", QQ_TOKEN_URL: "https://proxy.example/token" };
    for (const id of open)
      expect(ofName(guarded, `${id}Function`).inputs["environment"]).toMatchObject({ variables: passed });
    const containers = String(ofName(guarded, "GatewayTask").inputs["containerDefinitions"]);
    const [gateway] = JSON.parse(containers) as readonly { readonly environment: readonly object[] }[];
    for (const [name, value] of Object.entries(passed)) expect(gateway?.environment).toContainEqual({ name, value });
  });

  it("the cheap fixed address is an instance that nobody outside can reach, and no NAT gateway", () => {
    expect(ofType(guarded, "aws:ec2/natGateway:NatGateway")).toEqual([]);
    expect(ofName(guarded, "NetNatInstance1").inputs).toMatchObject({
      instanceType: "t4g.nano",
      sourceDestCheck: false,
    });
    expect(ofName(guarded, "NetNatInstanceSecurityGroup").inputs["ingress"]).toEqual([
      expect.objectContaining({ cidrBlocks: [ofName(guarded, "NetVpc").inputs["cidrBlock"]] }),
    ]);
    expect(guarded.outputs["address"]).toEqual(["203.0.113.7"]);
    for (const id of functions)
      expect(ofName(guarded, `${id}Function`).inputs["vpcConfig"]).toMatchObject({ subnetIds: [expect.any(String)] });
  });
});

describe("a table that was restored, or left when a stage was removed", () => {
  const arn = `arn:aws:dynamodb:ap-southeast-1:${account}:table/${restored}`;

  it("is used in place of one that is made", () => {
    const tables = ofType(adopted, "aws:dynamodb/table:Table");
    expect(tables).toMatchObject([{ isRead: true, outputs: { name: restored } }]);
    expect(adopted.outputs["table"]).toBe(restored);
    for (const { links } of adopted.builds) expect(links["Relay"]).toMatchObject({ name: restored });
    for (const id of open) expect(statementsOf(adopted, id)[0]?.resources).toEqual([arn]);
    const swept = statementsOf(adopted, "SweepHandler").flatMap(({ resources }) => resources);
    expect(swept).toEqual(expect.arrayContaining([arn, `${arn}/index/live`, `${arn}/index/due`]));
  });

  it("has its alarms again", () => {
    const { metricQueries } = ofName(adopted, "Alarm-throttled").inputs as {
      readonly metricQueries: readonly {
        readonly metric?: { readonly namespace: string; readonly dimensions: object };
      }[];
    };
    const ofTables = metricQueries.flatMap(({ metric }) => (metric?.namespace === "AWS/DynamoDB" ? [metric] : []));
    expect(ofTables.map(({ dimensions }) => dimensions)).toEqual([{ TableName: restored }, { TableName: restored }]);
  });

  it("is told what it lacks, as commands that set it for the attribute the store writes", () => {
    const needs = adopted.outputs["tableNeeds"] as readonly string[];
    expect(needs.map((command) => command.split(" ")[2])).toEqual([
      "update-time-to-live",
      "update-continuous-backups",
      "update-table",
    ]);
    expect(needs[0]).toContain("AttributeName=expiresAt");
    expect(ready.outputs["tableNeeds"]).toEqual([]);
  });

  it("stops the deployment where it is none of the relay's", async () => {
    const said = await adopting({ ...asRestored, hashKey: "id" }).then(({ folder }) => {
      rmSync(folder, { recursive: true });
      return "planned";
    }, String);
    expect(said).toContain(`${restored} is no table of the relay's`);
  });
});

it("a region of another company's asks its own Lambda, and gives rights on its own things", () => {
  const endpoint = "https://lambda.cn-north-1.amazonaws.com.cn";
  for (const { links } of china.builds) expect(links["Wake"]).toMatchObject({ endpoint });
  for (const id of functions)
    for (const { resources } of statementsOf(china, id))
      for (const resource of resources) expect(resource).toMatch(/^arn:aws-cn:/);
  expect(china.outputs["region"]).toBe("cn-north-1");
});
