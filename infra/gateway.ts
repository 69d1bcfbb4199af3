import type { Routes } from "../lib/model/route.ts";
import { events } from "./events.ts";
import { makeGatewayNet } from "./gateway-network.ts";
import { startRights } from "./gateway-rights.ts";
import { nameOf } from "./name.ts";
import { qqAddresses } from "./open-function.ts";
import { vpc } from "./network.ts";
import { routes } from "./routes.ts";
import { qqAppId, qqAppSecret } from "./secrets.ts";

/** Image of the gateway process: RELAY_GATEWAY_IMAGE in `.env`. Off without it: it is the one part that costs while nobody sends. */
export const gatewayImage = process.env.RELAY_GATEWAY_IMAGE || undefined;

/** A quarter of a CPU and half a GB: the least that there is. */
const size = { cpu: 256, memory: 512 };

/** USD an hour (us-east-1, x86, November 2026): of a CPU, of a GB, of a public address. */
const prices = { cpu: 0.04048, memory: 0.004445, address: 0.005 };

const hours = 730;

/** What the task costs a month, in whole USD. */
const monthly = Math.round(
  hours * ((size.cpu / 1024) * prices.cpu + (size.memory / 1024) * prices.memory + (vpc ? 0 : prices.address)),
);

function make(image: string): string {
  const name = nameOf("gateway");
  const region = aws.getRegionOutput().region;
  const logs = new aws.cloudwatch.LogGroup("GatewayLogs", { name: `/ecs/${name}`, retentionInDays: 14 });
  const keep = (part: string, value: $util.Output<string>): aws.ssm.Parameter =>
    new aws.ssm.Parameter(`Gateway${part}`, {
      name: `/${$app.name}/${$app.stage}/gateway/${part}`,
      type: "SecureString",
      value,
    });
  const appId = keep("QqAppId", qqAppId.value);
  const appSecret = keep("QqAppSecret", qqAppSecret.value);
  const role = new aws.iam.Role("GatewayStart", {
    name: nameOf("gateway-start"),
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" }),
    inlinePolicies: [{ name: "start", policy: startRights({ image, logs, secrets: [appId, appSecret] }) }],
  });
  const scenes = [...new Set(Object.values<Routes[string]>(routes).map(({ scene }) => scene))];
  const task = new aws.ecs.TaskDefinition("GatewayTask", {
    family: name,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: String(size.cpu),
    memory: String(size.memory),
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" },
    executionRoleArn: role.arn,
    volumes: [{ name: "data" }],
    containerDefinitions: $jsonStringify([
      {
        name: "gateway",
        image,
        essential: true,
        command: ["node", "--max-semi-space-size=4", "local/gateway/start.mjs"],
        environment: [
          { name: "RELAY_EVENTS_URL", value: events.url },
          { name: "RELAY_SCENES", value: scenes.join(",") },
          { name: "RELAY_DATA", value: "/data" },
          { name: "RELAY_LOG", value: "json" },
          ...Object.entries(qqAddresses).map(([name, value]) => ({ name, value })),
        ],
        secrets: [
          { name: "QQ_APP_ID", valueFrom: appId.arn },
          { name: "QQ_APP_SECRET", valueFrom: appSecret.arn },
        ],
        // Another secret makes another task: a running one keeps those that it was started with.
        dockerLabels: { "qq-relay.secrets": $interpolate`${appId.version}.${appSecret.version}` },
        mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
        readonlyRootFilesystem: true,
        stopTimeout: 30,
        logConfiguration: {
          logDriver: "awslogs",
          options: { "awslogs-group": logs.name, "awslogs-region": region, "awslogs-stream-prefix": "gateway" },
        },
      },
    ]),
  });
  const { vpcId, subnets, assignPublicIp } = makeGatewayNet();
  const wall = new aws.ec2.SecurityGroup("GatewayWall", {
    vpcId,
    description: "qq-relay: the gateway process, out by HTTPS only",
    ingress: [],
    egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
  });
  const cluster = new aws.ecs.Cluster("GatewayCluster", { name });
  new aws.ecs.Service("GatewayService", {
    name,
    cluster: cluster.arn,
    taskDefinition: task.arn,
    launchType: "FARGATE",
    desiredCount: 1,
    // The old one ends before the new one begins: two that share a session throw each other out (4902).
    deploymentMinimumHealthyPercent: 0,
    deploymentMaximumPercent: 100,
    networkConfiguration: { subnets, securityGroups: [wall.id], assignPublicIp },
  });
  return `one Fargate task, always on: about ${monthly} USD a month (us-east-1, November 2026) · 一个常开的 Fargate 任务，每月约 ${monthly} 美元`;
}

/** What is told of the gateway process where there is one. */
export const gateway = gatewayImage === undefined ? undefined : make(gatewayImage);
