import { expect, it } from "vitest";
import type { Planned } from "../../../local/plan/engine.ts";
import { showPlan } from "../../../local/plan/show-plan.ts";

const planned = (type: string, name: string, inputs: Planned["inputs"], more: Partial<Planned> = {}): Planned => ({
  type,
  name,
  urn: name,
  parent: "",
  inputs,
  outputs: {},
  retain: false,
  isRead: false,
  ...more,
});

const policy = (...statements: readonly object[]) => [
  { name: "inline", policy: JSON.stringify({ Statement: statements }) },
];

const show = (...resources: readonly Planned[]): string =>
  showPlan({ app: { name: "qq-relay", stage: "ci" }, resources }, "ap-southeast-1");

it("tells kind, name and rights of each thing that AWS would make, and of nothing else", () => {
  const shown = show(
    planned("sst:aws:Function", "C2c", {}),
    planned("random:index/randomBytes:RandomBytes", "Key", {}),
    planned("aws:iam/role:Role", "C2cRole", {
      name: "qq-relay-ci-C2cRole-abcdefgh",
      assumeRolePolicy: { Statement: [{ Principal: { Service: "lambda.amazonaws.com" } }] },
      managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/Wide"],
      inlinePolicies: policy(
        {
          effect: "Allow",
          actions: ["dynamodb:GetItem", "dynamodb:Query"],
          resources: ["arn:aws:dynamodb:ap-southeast-1:123456789012:table/qq-relay-ci-RelayTable-abcdefgh/index/live"],
        },
        { Effect: "Deny", Action: "ecr:GetAuthorizationToken", Resource: "*" },
      ),
    }),
    planned("aws:lambda/permission:Permission", "C2cUrl", {
      function: "qq-relay-ci-c2c",
      principal: "*",
      action: "lambda:InvokeFunction",
      invokedViaFunctionUrl: true,
    }),
    planned("aws:new/thing:Thing", "Unheard", {}),
  );
  expect(shown.split("\n").slice(2, -3)).toEqual([
    "种类 kind                         名字 name              权限 rights",
    "函数的权限 function's permission  qq-relay-ci-c2c        谁都可以 anyone: lambda:InvokeFunction （只经函数 URL by the URL only）",
    "角色 role                         qq-relay-ci-C2cRole-…  由 taken by lambda.amazonaws.com",
    "                                                         dynamodb: GetItem, Query → table/qq-relay-ci-RelayTable-…/index/live",
    "                                                         Deny ecr: GetAuthorizationToken → *",
    "                                                         AWS 的策略 policy of AWS Wide",
    "aws:new/thing:Thing               Unheard",
    "",
  ]);
  expect(shown).toContain("3 things. AWS was not asked");
});

it("tells who may take a role by either way of writing it", () => {
  const trust = JSON.stringify({
    Statement: [{ principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }] }],
  });
  expect(show(planned("aws:iam/role:Role", "Nat", { assumeRolePolicy: trust }))).toContain(
    "taken by ec2.amazonaws.com",
  );
});

it("tells a table that is adopted by its name, and does not count it among what is made", () => {
  const outputs = { name: "restored" };
  const shown = show(planned("aws:dynamodb/table:Table", "RelayTable", {}, { outputs, isRead: true }));
  expect(shown).toContain("表 DynamoDB table  restored   已经在了，接着用 is there already, and is used");
  expect(shown).toContain("0 things, and 1 that AWS has already.");
});
