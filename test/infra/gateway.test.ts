import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { account } from "../../local/plan/inventions.ts";
import { ofName, ofType } from "../../local/plan/plan.ts";
import { makePlan, type Plan, secretValues, withoutCode } from "./plan.ts";
import { copyProject } from "./project.ts";

const region = "ap-southeast-1";
const image = `${account}.dkr.ecr.${region}.amazonaws.com/qq-relay:0.1.0`;

const project = copyProject();
const [open, fixed] = await Promise.all([
  makePlan(project.path, "ci", { RELAY_GATEWAY_IMAGE: image, ...withoutCode }),
  makePlan(project.path, "ci", {
    RELAY_GATEWAY_IMAGE: "registry.example/qq-relay:0.1.0",
    RELAY_STATIC_IP: "1",
    ...withoutCode,
  }),
]);

afterAll(() => {
  for (const { folder } of [open, fixed]) rmSync(folder, { recursive: true });
  project.remove();
});

type Container = {
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
  readonly [more: string]: unknown;
};

const containersOf = (plan: Plan) =>
  JSON.parse(String(ofName(plan, "GatewayTask").inputs["containerDefinitions"])) as readonly Container[];

const parameterArn = (name: string) => `arn:aws:ssm:${region}:${account}:parameter/qq-relay/ci/gateway/${name}`;

const rightsOf = (plan: Plan) => {
  const { inlinePolicies } = ofName(plan, "GatewayStart").inputs as {
    readonly inlinePolicies: readonly { readonly policy: string }[];
  };
  return inlinePolicies.flatMap(({ policy }) => (JSON.parse(policy) as { readonly Statement: unknown[] }).Statement);
};

const mayRead = {
  Effect: "Allow",
  Action: ["ssm:GetParameters"],
  Resource: [parameterArn("QqAppId"), parameterArn("QqAppSecret")],
};

const mayLog = {
  Effect: "Allow",
  Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
  Resource: [`arn:aws:logs:${region}:${account}:log-group:/ecs/qq-relay-ci-gateway:*`],
};

describe("the gateway process, made where an image is named", () => {
  it("is one Fargate task of the least size, and never two at once", () => {
    expect(ofType(open, "aws:ecs/service:Service")).toHaveLength(1);
    expect(ofName(open, "GatewayService").inputs).toMatchObject({
      cluster: ofName(open, "GatewayCluster").outputs["arn"],
      taskDefinition: ofName(open, "GatewayTask").outputs["arn"],
      launchType: "FARGATE",
      desiredCount: 1,
      deploymentMinimumHealthyPercent: 0,
      deploymentMaximumPercent: 100,
    });
    expect(ofName(open, "GatewayTask").inputs).toMatchObject({
      family: "qq-relay-ci-gateway",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
    });
  });

  it("runs npm run gateway of the image for this deployment's events, on a file system that it may not change", () => {
    const [container, ...more] = containersOf(open);
    expect(more).toEqual([]);
    expect(container).toMatchObject({
      image,
      command: ["node", "--max-semi-space-size=4", "local/gateway/start.mjs"],
      environment: [
        { name: "RELAY_EVENTS_URL", value: open.outputs["events"] },
        { name: "RELAY_SCENES", value: "group,channel,c2c,dm" },
        { name: "RELAY_DATA", value: "/data" },
        { name: "RELAY_LOG", value: "json" },
      ],
      readonlyRootFilesystem: true,
      mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
      stopTimeout: 30,
    });
    expect(container).not.toHaveProperty("portMappings");
    expect(ofName(open, "GatewayTask").inputs["volumes"]).toEqual([{ name: "data" }]);
  });

  it("is given the bot's two secrets by name, and another task where they change", () => {
    const [container] = containersOf(open);
    expect(container?.secrets).toEqual([
      { name: "QQ_APP_ID", valueFrom: parameterArn("QqAppId") },
      { name: "QQ_APP_SECRET", valueFrom: parameterArn("QqAppSecret") },
    ]);
    expect(container?.["dockerLabels"]).toEqual({ "qq-relay.secrets": "1.1" });
    for (const value of Object.values(secretValues)) expect(JSON.stringify(container)).not.toContain(value);
    const parameters = ofType(open, "aws:ssm/parameter:Parameter");
    expect(parameters.map(({ inputs }) => [inputs["type"], inputs["value"]])).toEqual([
      ["SecureString", secretValues["QqAppId"]],
      ["SecureString", secretValues["QqAppSecret"]],
    ]);
  });

  it("may do nothing in AWS itself; what starts it may fetch that image, read those secrets, and write that log", () => {
    expect(ofName(open, "GatewayTask").inputs).not.toHaveProperty("taskRoleArn");
    expect(ofName(open, "GatewayTask").inputs["executionRoleArn"]).toBe(ofName(open, "GatewayStart").outputs["arn"]);
    expect(rightsOf(open)).toEqual([
      mayRead,
      mayLog,
      { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] },
      {
        Effect: "Allow",
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Resource: [`arn:aws:ecr:${region}:${account}:repository/qq-relay`],
      },
    ]);
    expect(rightsOf(fixed)).toEqual([mayRead, mayLog]);
    const role = ofName(open, "GatewayStart").inputs as { readonly assumeRolePolicy: unknown };
    const trusted =
      typeof role.assumeRolePolicy === "string" ? role.assumeRolePolicy : JSON.stringify(role.assumeRolePolicy);
    expect(trusted).toContain("ecs-tasks.amazonaws.com");
    expect(role).not.toHaveProperty("managedPolicyArns");
  });

  it("keeps its log for two weeks", () => {
    expect(ofName(open, "GatewayLogs").inputs).toEqual({ name: "/ecs/qq-relay-ci-gateway", retentionInDays: 14 });
    expect(containersOf(open)[0]?.["logConfiguration"]).toEqual({
      logDriver: "awslogs",
      options: {
        "awslogs-group": "/ecs/qq-relay-ci-gateway",
        "awslogs-region": region,
        "awslogs-stream-prefix": "gateway",
      },
    });
  });

  it.each([
    ["by an address of its own", open],
    ["by the fixed address", fixed],
  ])("goes out %s by HTTPS only, and nobody comes in", (_, plan) => {
    const wall = ofName(plan, "GatewayWall");
    expect(wall.inputs).toMatchObject({
      ingress: [],
      egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
    });
    const { networkConfiguration } = ofName(plan, "GatewayService").inputs;
    expect(networkConfiguration).toMatchObject({
      securityGroups: [`GatewayWall-id`],
      assignPublicIp: plan === open,
      subnets: [plan === open ? "GatewaySubnet-id" : expect.stringContaining("NetPrivateSubnet")],
    });
    expect(ofType(plan, "aws:ec2/natGateway:NatGateway")).toHaveLength(plan === open ? 0 : 1);
    expect(ofType(plan, "aws:lb/loadBalancer:LoadBalancer")).toEqual([]);
  });

  it("tells what it costs a month, less without an address of its own", () => {
    expect(open.outputs["gateway"]).toContain("about 13 USD a month");
    expect(fixed.outputs["gateway"]).toContain("about 9 USD a month");
  });
});

it("an image by no version stops a deployment before anything is made", async () => {
  const said = await makePlan(project.path, "ci", { RELAY_GATEWAY_IMAGE: "registry.example/qq-relay:latest" }).then(
    ({ folder }) => {
      rmSync(folder, { recursive: true });
      return "planned";
    },
    String,
  );
  expect(said).toContain("Nothing was deployed.");
  expect(said).toContain(".env: RELAY_GATEWAY_IMAGE");
});
