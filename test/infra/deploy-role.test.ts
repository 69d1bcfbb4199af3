import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import type { Planned } from "../../local/plan/engine.ts";
import { account } from "../../local/plan/inventions.ts";
import { showPlan } from "../../local/plan/show-plan.ts";
import { makePlan, withoutCode } from "./plan.ts";
import { copyProject, root } from "./project.ts";

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
};

type Policy = { readonly PolicyName: string; readonly PolicyDocument: { readonly Statement: readonly Statement[] } };

type Template = {
  readonly Resources: {
    readonly DeployRole: {
      readonly Properties: {
        readonly AssumeRolePolicyDocument: { readonly Statement: readonly Readonly<Record<string, unknown>>[] };
        readonly Policies: readonly [Policy, { readonly "Fn::If": readonly [string, Policy, unknown] }];
      };
    };
  };
};

const template = parse(readFileSync(join(root, "deploy/aws/github-role.yaml"), "utf8")) as Template;
const { AssumeRolePolicyDocument: trust, Policies: policies } = template.Resources.DeployRole.Properties;
const relay = policies[0].PolicyDocument.Statement;
const network = policies[1]["Fn::If"][1].PolicyDocument.Statement;

const region = "ap-southeast-1";
const project = copyProject();
const all = await makePlan(project.path, "production", {
  RELAY_ALARM_EMAIL: "someone@example.com",
  RELAY_BUDGET_USD: "10",
  RELAY_STATIC_IP: "ec2",
  RELAY_GATEWAY_IMAGE: "registry.example/qq-relay:0.1.0",
  RELAY_DOMAIN: "relay.example.com",
  RELAY_DOMAIN_CERT: `arn:aws:acm:us-east-1:${account}:certificate/1`,
  ...withoutCode,
});

afterAll(() => {
  rmSync(all.folder, { recursive: true });
  project.remove();
});

/** ARNs that a statement is about, as patterns, for a stage called production. */
const patternsOf = ({ Resource }: Statement): readonly string[] =>
  [Resource]
    .flat()
    .map((each) => (typeof each === "string" ? each : String((each as Readonly<Record<string, unknown>>)["Fn::Sub"])))
    .map((text) =>
      text
        .replaceAll("${AWS::Partition}", "aws")
        .replaceAll("${AWS::Region}", region)
        .replaceAll("${AWS::AccountId}", account)
        .replaceAll("${Stage}", "production"),
    );

const fits = (pattern: string, arn: string): boolean =>
  new RegExp(`^${pattern.replace(/[.$()|[\]{}\\]/g, String.raw`\$&`).replaceAll("*", ".*")}$`).test(arn);

const allows = (statements: readonly Statement[], service: string, arn: string): boolean =>
  statements.some(
    (statement) =>
      statement.Effect === "Allow" &&
      [statement.Action].flat().some((action) => action.startsWith(`${service}:`)) &&
      patternsOf(statement).some((pattern) => pattern !== "*" && fits(pattern, arn)),
  );

/** ARN of what a resource is, where it has a name of its own. */
const arns: Readonly<Record<string, (name: string) => readonly [service: string, arn: string]>> = {
  "aws:dynamodb/table:Table": (name) => ["dynamodb", `arn:aws:dynamodb:${region}:${account}:table/${name}`],
  "aws:lambda/function:Function": (name) => ["lambda", `arn:aws:lambda:${region}:${account}:function:${name}`],
  "aws:iam/role:Role": (name) => ["iam", `arn:aws:iam::${account}:role/${name}`],
  "aws:scheduler/schedule:Schedule": (name) => [
    "scheduler",
    `arn:aws:scheduler:${region}:${account}:schedule/default/${name}`,
  ],
  "aws:cloudwatch/logGroup:LogGroup": (name) => ["logs", `arn:aws:logs:${region}:${account}:log-group:${name}`],
  "aws:cloudwatch/dashboard:Dashboard": (name) => ["cloudwatch", `arn:aws:cloudwatch::${account}:dashboard/${name}`],
  "aws:cloudwatch/metricAlarm:MetricAlarm": (name) => [
    "cloudwatch",
    `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`,
  ],
  "aws:sns/topic:Topic": (name) => ["sns", `arn:aws:sns:${region}:${account}:${name}`],
  "aws:budgets/budget:Budget": (name) => ["budgets", `arn:aws:budgets::${account}:budget/${name}`],
  "aws:ssm/parameter:Parameter": (name) => ["ssm", `arn:aws:ssm:${region}:${account}:parameter${name}`],
};

/** Parts of another thing, which the rights on that are enough for. */
const parts = ["functionUrl", "permission", "functionEventInvokeConfig", "topicSubscription", "bucketObjectv2"];

const networks = ["ec2", "ecs", "servicediscovery", "cloudfront"];

const nameOf = ({ name, inputs }: Planned): string =>
  [inputs["name"], inputs["dashboardName"]].find((each) => typeof each === "string") ?? `${name}-1a2b3c4`;

const made = all.resources.filter(({ type }) => type.startsWith("aws:"));

it("every kind that is made is known to this test", () => {
  const unknown = made
    .map(({ type }) => type)
    .filter((type) => !(type in arns) && !parts.some((part) => type.includes(`/${part}:`)))
    .filter((type) => !networks.includes(type.split(/[:/]/)[1] ?? ""));
  expect([...new Set(unknown)]).toEqual(["aws:iam/instanceProfile:InstanceProfile"]);
});

it("every kind that is made has a name of its own where a plan is shown", () => {
  const shown = showPlan(all, region);
  expect(shown.split("\n").filter((line) => line.startsWith("aws:"))).toEqual([]);
  expect(shown).toContain("虚拟机 instance ");
});

it("may make each thing by its name; networks and the cheap address with Network=yes only", () => {
  for (const each of made) {
    const [service, arn] = arns[each.type]?.(nameOf(each)) ?? [];
    if (service === undefined || arn === undefined) continue;
    expect([arn, allows(relay, service, arn)]).toEqual([arn, true]);
  }
  const profile = `arn:aws:iam::${account}:instance-profile/NetNatInstanceProfile-1a2b3c4`;
  expect([allows(relay, "iam", profile), allows(network, "iam", profile)]).toEqual([false, true]);
  for (const service of networks)
    expect(network.flatMap(({ Action }) => Action)).toEqual(expect.arrayContaining([`${service}:*`]));
  // Without it the first cluster of an account cannot start a task.
  const forFargate = `arn:aws:iam::${account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`;
  expect([allows(relay, "iam", forFargate), allows(network, "iam", forFargate)]).toEqual([false, true]);
});

it("may touch nothing of others', of another stage, nor its own rights", () => {
  for (const [service, arn] of [
    ["lambda", `arn:aws:lambda:${region}:${account}:function:shop`],
    ["lambda", `arn:aws:lambda:${region}:${account}:function:qq-relay-dev-group`],
    ["iam", `arn:aws:iam::${account}:role/admin`],
    ["s3", "arn:aws:s3:::photos"],
    ["dynamodb", `arn:aws:dynamodb:${region}:${account}:table/shop`],
    ["dynamodb", `arn:aws:dynamodb:${region}:${account}:table/qq-relay-dev-RelayTable-abcd`],
    ["ssm", `arn:aws:ssm:${region}:${account}:parameter/shop/password`],
  ] as const)
    expect([arn, allows(relay, service, arn)]).toEqual([arn, false]);
  const denied = relay.filter(({ Effect }) => Effect === "Deny").flatMap(patternsOf);
  expect(denied).toEqual([`arn:aws:iam::${account}:role/qq-relay-production-deploy`]);
  const wide = relay.filter((statement) => patternsOf(statement).includes("*"));
  expect(wide.flatMap(({ Action }) => Action)).toEqual(["logs:DescribeLogGroups", "ssm:DescribeParameters"]);
});

it("is taken by one environment of one repository, by a token of GitHub's", () => {
  expect(trust.Statement).toEqual([
    expect.objectContaining({
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: {
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub": { "Fn::Sub": "repo:${Repository}:environment:${Stage}" },
        },
      },
    }),
  ]);
});
