import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { maxStartKb } from "../../bench/bundles.ts";
import { deployed } from "../../bench/costs/assumptions.ts";
import { esbuildOptions } from "../../infra/esbuild.ts";
import { measures } from "../../lib/log/metrics.ts";
import { reserved } from "../../lib/config/route-rules.ts";
import { tableDefinition } from "../../lib/store/dynamo/definition.ts";
import { account } from "../../local/plan/inventions.ts";
import { ofName, ofType } from "../../local/plan/plan.ts";
import { makePlan, type Plan, secretValues, zipOf } from "./plan.ts";
import { copyProject, root } from "./project.ts";
import { statementsIn, statementsOf } from "../../local/plan/statements.ts";
import { createTable, plannedTable } from "./table-of.ts";
import { unzip } from "./zip.ts";

const region = "ap-southeast-1";
const scenes = ["C2c", "Group", "Channel", "Dm"];
const functions = [...scenes, "Events", "SweepHandler"];
const withUrl = [...scenes, "Events"];
/** Each comes with the first request that needs it; presets share one. */
const allFormats = globSync("lib/sources/*/format.ts", { cwd: root });
const mail = "someone@example.com";

const project = copyProject();
const [ci, production, all] = await Promise.all([
  makePlan(project.path, "ci"),
  makePlan(project.path, "production"),
  makePlan(project.path, "ci", {
    RELAY_ALARM_EMAIL: mail,
    RELAY_STATIC_IP: "1",
    RELAY_DOMAIN: "relay.example.com",
    RELAY_DOMAIN_CERT: `arn:aws:acm:us-east-1:${account}:certificate/1`,
  }),
]);

afterAll(() => {
  for (const { folder } of [ci, production, all]) rmSync(folder, { recursive: true });
  project.remove();
});

const countTypes = (plan: Plan): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(plan.resources, ({ type }) => type)].map(([type, { length }]) => [type, length]));

describe.each([
  ["ci", ci],
  ["production", production],
])("what a deployment of stage %s would make", (stage, plan) => {
  const isProduction = stage === "production";
  const nameOf = (part: string) => `qq-relay-${stage}-${part}`;
  const tableArn = () => String(ofName(plan, "RelayTable").outputs["arn"]);
  const functionArn = (part: string) => `arn:aws:lambda:${region}:${account}:function:${nameOf(part)}`;
  const partOf = (id: string) => (id === "SweepHandler" ? "sweep" : id.toLowerCase());

  it("is nothing but this", () => {
    expect(countTypes(plan)).toEqual({
      "pulumi:pulumi:Stack": 1,
      "sst:aws:Dynamo": 1,
      "sst:aws:Function": 6,
      "sst:aws:CronV2": 1,
      "sst:sst:Secret": 7,
      "sst:sst:Linkable": 1,
      "sst:sst:LinkRef": 14,
      "random:index/randomBytes:RandomBytes": 1,
      "aws:dynamodb/table:Table": 1,
      "aws:lambda/function:Function": 6,
      "aws:lambda/functionUrl:FunctionUrl": 5,
      "aws:lambda/permission:Permission": 10,
      "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": 6,
      "aws:iam/role:Role": 7,
      "aws:cloudwatch/logGroup:LogGroup": 6,
      "aws:cloudwatch/dashboard:Dashboard": 1,
      "aws:cloudwatch/metricAlarm:MetricAlarm": 1,
      "aws:s3/bucketObjectv2:BucketObjectv2": 6,
      "aws:scheduler/schedule:Schedule": 1,
    });
  });

  it("has the table that the embedded engine has", () => {
    const table = plannedTable(plan);
    expect(createTable(table)).toEqual(tableDefinition(table.name));
  });

  it("lets finished items go, and protects those of production from people", () => {
    expect(ofName(plan, "RelayTable")).toMatchObject({
      retain: isProduction,
      inputs: {
        ttl: { attributeName: "expiresAt", enabled: true },
        deletionProtectionEnabled: isProduction,
        pointInTimeRecovery: { enabled: isProduction },
      },
    });
    expect(plan.outputs["_protect"]).toBe(isProduction);
  });

  it.each(functions)("runs %s small and told apart by stage, its logs kept for two weeks", (id) => {
    expect(ofName(plan, `${id}Function`).inputs).toMatchObject({
      name: nameOf(partOf(id)),
      runtime: "nodejs24.x",
      architectures: ["arm64"],
      memorySize: 512,
      timeout: id === "SweepHandler" ? 50 : 30,
      handler: "bundle.handler",
      loggingConfig: { logFormat: "JSON", systemLogLevel: "WARN", logGroup: `/aws/lambda/${nameOf(partOf(id))}` },
      role: ofName(plan, `${id}Role`).outputs["arn"],
    });
    expect(ofName(plan, `${id}LogGroup`).inputs).toEqual({
      name: `/aws/lambda/${nameOf(partOf(id))}`,
      retentionInDays: 14,
    });
    expect(ofName(plan, `${id}EventInvokeConfig`).inputs).toMatchObject({
      functionName: nameOf(partOf(id)),
      // A pass that dies is begun anew after a minute; the sweep comes again by itself, and QQ repeats its events.
      maximumRetryAttempts: scenes.includes(id) ? 1 : 0,
      // A pass of thirty seconds, and the minute before it is begun anew, have to fit in.
      maximumEventAgeInSeconds: scenes.includes(id) ? 300 : 60,
    });
    expect(ofName(plan, `${id}Function`).inputs).not.toHaveProperty("reservedConcurrentExecutions");
  });

  it.each(functions)("puts nothing secret into the environment of %s", (id) => {
    const { environment } = ofName(plan, `${id}Function`).inputs as {
      readonly environment: { readonly variables: Readonly<Record<string, string>> };
    };
    expect(Object.keys(environment.variables).toSorted()).toEqual(["SST_KEY", "SST_KEY_FILE", "SST_RESOURCE_App"]);
    for (const value of Object.values(secretValues)) expect(JSON.stringify(environment)).not.toContain(value);
  });

  it("opens the scenes and the callback to the world, by both permissions and to no browser", () => {
    const urls = ofType(plan, "aws:lambda/functionUrl:FunctionUrl");
    expect(urls.map(({ name }) => name).toSorted()).toEqual(withUrl.map((id) => `${id}Url`).toSorted());
    for (const { inputs } of urls) {
      expect(inputs).toMatchObject({ authorizationType: "NONE", invokeMode: "BUFFERED" });
      expect(inputs).not.toHaveProperty("cors");
    }
    const grants = ofType(plan, "aws:lambda/permission:Permission").map(({ inputs }) => inputs);
    const byFunction = Map.groupBy(grants, ({ function: name }) => name);
    expect(new Set(byFunction.keys())).toEqual(new Set(withUrl.map((id) => nameOf(partOf(id)))));
    for (const [name, both] of byFunction)
      expect(both).toEqual(
        expect.arrayContaining([
          { action: "lambda:InvokeFunctionUrl", function: name, functionUrlAuthType: "NONE", principal: "*" },
          { action: "lambda:InvokeFunction", function: name, invokedViaFunctionUrl: true, principal: "*" },
        ]),
      );
    expect(grants).toHaveLength(withUrl.length * 2);
  });

  /** To write its own log, and to make no group. */
  const log = (id: string) => ({
    effect: "Allow",
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: [`arn:aws:logs:${region}:${account}:log-group:/aws/lambda/${nameOf(partOf(id))}:*`],
  });

  const wake = () => ({
    effect: "Allow",
    actions: ["lambda:InvokeFunction"],
    resources: ["c2c", "group", "channel", "dm"].map(functionArn),
  });

  it.each(withUrl)("lets %s work on single items and pending deliveries, and wake scenes", (id) => {
    const actions = ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query"].map((name) => `dynamodb:${name}`);
    expect(statementsOf(plan, id)).toEqual([
      { effect: "Allow", actions, resources: [tableArn()] },
      { effect: "Allow", actions: ["dynamodb:Query"], resources: [`${tableArn()}/index/live`] },
      log(id),
      wake(),
    ]);
  });

  it("lets the sweep look at the table and its indexes, enlist a warning, and wake scenes", () => {
    expect(statementsOf(plan, "SweepHandler")).toEqual([
      { effect: "Allow", actions: ["dynamodb:GetItem", "dynamodb:Query"], resources: [tableArn()] },
      { effect: "Allow", actions: ["dynamodb:Query"], resources: [`${tableArn()}/index/live`] },
      { effect: "Allow", actions: ["dynamodb:Query"], resources: [`${tableArn()}/index/due`] },
      { effect: "Allow", actions: ["dynamodb:Scan"], resources: [`${tableArn()}/index/live`] },
      { effect: "Allow", actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"], resources: [tableArn()] },
      log("SweepHandler"),
      wake(),
    ]);
  });

  it("allows just the operations of DynamoDB that the store calls", () => {
    const source = readFileSync(join(root, "lib/store/dynamo/table.ts"), "utf8");
    const called = [...source.matchAll(/\b(?:call\(|pagesOf\(dynamo, )"(\w+)"/g)].map(([, operation]) => operation);
    const allowed = functions
      .flatMap((id) => statementsOf(plan, id))
      .flatMap(({ actions }) => actions.filter((action) => action.startsWith("dynamodb:")));
    expect(new Set(allowed)).toEqual(new Set(called.map((name) => `dynamodb:${name}`)));
  });

  it.each(functions)("has a role for %s that Lambda alone may take", (id) => {
    const { assumeRolePolicy, managedPolicyArns } = ofName(plan, `${id}Role`).inputs as {
      readonly assumeRolePolicy: { readonly Statement: readonly object[] };
      readonly managedPolicyArns: unknown;
    };
    expect(assumeRolePolicy.Statement).toEqual([
      expect.objectContaining({
        Action: "sts:AssumeRole",
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
      }),
    ]);
    expect(managedPolicyArns).toEqual([]);
  });

  it("links what the functions read, each scene's secrets to it alone", () => {
    const links = Object.fromEntries(plan.builds.map((build) => [build.functionID, Object.keys(build.links)]));
    const qq = ["QqAppId", "QqAppSecret"];
    expect(links).toEqual({
      C2c: ["Relay", "Wake", ...qq, "MeSecret"],
      Group: ["Relay", "Wake", ...qq, "GithubSecret"],
      Channel: ["Relay", "Wake", ...qq, "AlertsSecret", "OldAlertsSecret"],
      Dm: ["Relay", "Wake", ...qq, "DirectSecret"],
      Events: ["Relay", "Wake", ...qq],
      SweepHandler: ["Relay", "Wake"],
    });
    const names = Object.fromEntries(["c2c", "group", "channel", "dm"].map((scene) => [scene, nameOf(scene)]));
    const endpoint = `https://lambda.${region}.amazonaws.com`;
    for (const { links: given } of plan.builds) expect(given["Wake"]).toMatchObject({ ...names, endpoint });
  });

  it("builds as bench/bundle.ts does, without source maps, and what a start loads is small", () => {
    for (const { runtime, properties } of plan.builds) {
      expect(runtime).toBe("nodejs24.x");
      expect(properties).toEqual({ architecture: "arm64", minify: true, splitting: true, esbuild: esbuildOptions });
    }
    for (const id of functions) {
      const files = unzip(zipOf(plan, id));
      const code = [...files.keys()].filter((name) => name !== "resource.enc");
      expect(code).toContain("bundle.mjs");
      expect(code.filter((name) => !/^[\w-]+\.mjs$/.test(name))).toEqual([]);
      expect(importedAtStart(files)).toBeLessThanOrEqual(maxStartKb * 1_000);
      for (const name of code)
        for (const [, imported] of String(files.get(name)).matchAll(anyImport)) expect(code).toContain(imported);
      const formats = code.filter((name) => name.startsWith("format-"));
      expect(formats).toHaveLength(scenes.includes(id) ? allFormats.length : 0);
      for (const value of Object.values(secretValues)) expect(files.get("resource.enc")?.includes(value)).toBe(false);
    }
  });

  it("wakes the sweep every minute", () => {
    expect(ofName(plan, "SweepSchedule").inputs).toMatchObject({
      scheduleExpression: "rate(1 minute)",
      state: "ENABLED",
      target: { arn: functionArn("sweep"), retryPolicy: { maximumRetryAttempts: 0 } },
    });
    expect(statementsOf(plan, "Sweep")).toEqual([
      { effect: "Allow", actions: ["lambda:InvokeFunction"], resources: [functionArn("sweep")] },
    ]);
  });

  it("draws metrics that the relay writes, under the name it writes them by", () => {
    const { dashboardBody } = ofName(plan, "Dashboard").inputs;
    const { widgets } = JSON.parse(String(dashboardBody)) as {
      readonly widgets: readonly {
        readonly properties: {
          readonly metrics?: readonly (readonly [string, string, ...unknown[]])[];
          readonly alarms?: readonly string[];
        };
      }[];
    };
    expect(widgets.flatMap(({ properties }) => properties.alarms ?? [])).toEqual([
      ofName(plan, "Alarm-throttled").outputs["arn"],
    ]);
    const drawn = widgets.flatMap(({ properties }) => properties.metrics ?? []);
    const fields = new Set(
      Object.values(measures).flatMap((each) =>
        Object.entries(each).map(([name, { by }]) => `${name} by ${by ?? "nothing"}`),
      ),
    );
    for (const [namespace, name, dimension] of drawn)
      if (namespace === `qq-relay/${stage}`)
        expect(fields).toContain(`${name} by ${typeof dimension === "string" ? dimension : "nothing"}`);
    const own = drawn.filter(([namespace]) => namespace === `qq-relay/${stage}`).map(([, name]) => name);
    expect(new Set(own)).toEqual(new Set(Object.values(measures).flatMap((each) => Object.keys(each))));
    expect(new Set(drawn.map(([namespace]) => namespace))).toEqual(new Set([`qq-relay/${stage}`, "AWS/Lambda"]));
  });

  it("has one alarm that writes to nobody: AWS slows the relay down", () => {
    const [alarm] = ofType(plan, "aws:cloudwatch/metricAlarm:MetricAlarm");
    expect(alarm?.inputs).toMatchObject({ name: nameOf("throttled"), threshold: 0 });
    expect(alarm?.inputs).not.toHaveProperty("alarmActions");
  });

  it("prints where it is, an address for every route, QQ's, and the table's name", () => {
    expect(plan.outputs).toEqual({
      _protect: isProduction,
      stage,
      region,
      "group/ci": `https://groupurl.lambda-url.${region}.on.aws/ci`,
      "channel/alerts": `https://channelurl.lambda-url.${region}.on.aws/alerts`,
      "c2c/me": `https://c2curl.lambda-url.${region}.on.aws/me`,
      "c2c/door": `https://c2curl.lambda-url.${region}.on.aws/door?key=<MeSecret>`,
      "c2c/nas": `https://c2curl.lambda-url.${region}.on.aws/nas/<MeSecret>`,
      "dm/direct": `https://dmurl.lambda-url.${region}.on.aws/direct`,
      events: `https://eventsurl.lambda-url.${region}.on.aws/`,
      table: plannedTable(plan).name,
    });
  });
});

/** A file that another one imports, at its start or later. */
const anyImport = /\b(?:from|import\(?)"\.\/([\w-]+\.mjs)"/g;

/** Bytes that a zip's entry and all that it imports by statements have. */
function importedAtStart(files: ReadonlyMap<string, Buffer>, name = "bundle.mjs", seen = new Set<string>()): number {
  if (seen.has(name)) return 0;
  seen.add(name);
  const code = files.get(name);
  if (!code) throw new Error(`${name} is not in the zip`);
  const imported = [...code.toString().matchAll(/\bfrom"\.\/([\w-]+\.mjs)"|\bimport"\.\/([\w-]+\.mjs)"/g)];
  return imported.reduce((sum, [, from, bare]) => sum + importedAtStart(files, from ?? bare, seen), code.byteLength);
}

describe("what is made only when asked for", () => {
  it("are alarms, each of which tells the address", () => {
    expect(ofName(all, "AlarmMail").inputs).toMatchObject({ protocol: "email", endpoint: mail });
    const topic = ofName(all, "Alarms").outputs["arn"];
    const alarms = ofType(all, "aws:cloudwatch/metricAlarm:MetricAlarm");
    expect(new Set(alarms.map(({ inputs }) => inputs["name"]))).toEqual(
      new Set(
        ["asleep", "errors", "failed", "gateway", "late", "outage", "silent", "throttled"].map(
          (name) => `qq-relay-ci-${name}`,
        ),
      ),
    );
    for (const { inputs } of alarms) expect(inputs["alarmActions"]).toEqual([topic]);
    expect(ofName(all, "Alarm-asleep").inputs).toMatchObject({ treatMissingData: "breaching", threshold: 1 });
    // Before AWS drops what waits, or nobody would hear of it.
    const { maximumEventAgeInSeconds } = ofName(all, "GroupEventInvokeConfig").inputs;
    expect(ofName(all, "Alarm-late").inputs["threshold"]).toBeLessThan(Number(maximumEventAgeInSeconds) * 1_000);
  });

  it("are alarms on metrics that exist, as many as AWS takes in one", () => {
    const known = new Set(Object.values(measures).flatMap((each) => Object.keys(each)));
    const planned = new Set(functions.map((id) => ofName(all, `${id}Function`).inputs["name"]));
    for (const { inputs } of ofType(all, "aws:cloudwatch/metricAlarm:MetricAlarm")) {
      const queries = (inputs["metricQueries"] ?? []) as readonly { readonly metric?: Queried }[];
      const metrics = queries.flatMap(({ metric }) => metric ?? []);
      expect(metrics.length).toBeLessThanOrEqual(10);
      for (const { namespace, metricName, dimensions } of metrics) {
        if (namespace === "qq-relay/ci") expect(known).toContain(metricName);
        else if (namespace === "AWS/Lambda") expect(planned).toContain(dimensions["FunctionName"]);
        else expect(dimensions).toEqual({ TableName: plannedTable(all).name });
      }
    }
  });

  it("are one that sees the hourly look, whenever it is asked", () => {
    const { metricQueries } = ofName(all, "Alarm-silent").inputs as {
      readonly metricQueries: readonly { readonly metric?: { readonly period: number } }[];
    };
    expect(metricQueries.flatMap(({ metric }) => metric?.period ?? [])).toEqual([7_200]);
  });

  type Queried = {
    readonly namespace: string;
    readonly metricName: string;
    readonly dimensions: Readonly<Record<string, string>>;
  };

  it("is one address for all that goes out, printed for QQ's list, with the table beside it", () => {
    expect(ofType(all, "aws:ec2/eip:Eip")).toHaveLength(1);
    expect(ofType(all, "aws:ec2/natGateway:NatGateway")).toHaveLength(1);
    expect(all.outputs["address"]).toEqual(["203.0.113.7"]);
    expect(ofName(all, "TableEndpoint").inputs["serviceName"]).toBe(`com.amazonaws.${region}.dynamodb`);
    for (const { inputs } of ofType(all, "aws:lambda/function:Function"))
      expect(inputs["vpcConfig"]).toMatchObject({ subnetIds: [expect.any(String)] });
    for (const id of functions) {
      expect(ofName(all, `${id}Role`).inputs["managedPolicyArns"]).toEqual([]);
      expect(statementsOf(all, id)).toContainEqual({
        effect: "Allow",
        actions: expect.arrayContaining(["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"]),
        resources: ["*"],
      });
    }
  });
});

describe("a domain of one's own", () => {
  it("stands before each function, and its addresses are printed", () => {
    expect(ofName(all, "DoorCdnDistribution").inputs).toMatchObject({
      aliases: ["relay.example.com"],
      defaultCacheBehavior: {
        allowedMethods: expect.arrayContaining(["POST"]),
        viewerProtocolPolicy: "redirect-to-https",
      },
    });
    expect(all.outputs).toMatchObject({
      "c2c/nas": "https://relay.example.com/c2c/nas/<MeSecret>",
      events: "https://relay.example.com/events",
      domainPointsTo: "d1a2b3.cloudfront.net",
    });
  });

  it("leads to a function by the path that this expects", () => {
    const ways = ofType(all, "pulumi-nodejs:dynamic:Resource").flatMap(({ inputs }) => {
      const { entries } = inputs as { readonly entries?: Readonly<Record<string, string>> };
      const { metadata } = entries ?? {};
      return metadata === undefined
        ? []
        : [JSON.parse(metadata) as { readonly host: string; readonly rewrite: Rewrite }];
    });
    const pathAt = (host: string, path: string): string | undefined => {
      const way = ways.find((each) => each.host.startsWith(host));
      return way && path.replace(new RegExp(way.rewrite.regex), way.rewrite.to);
    };
    expect(ways.map(({ host }) => host.split(".")[0] ?? "").toSorted()).toEqual(
      withUrl.map((id) => `${id.toLowerCase()}url`).toSorted(),
    );
    expect(pathAt("groupurl", "/group/ci")).toBe("/ci");
    expect(pathAt("c2curl", "/c2c/nas/key/message")).toBe("/nas/key/message");
    expect(pathAt("eventsurl", "/events")).toBe("/");
  });

  type Rewrite = { readonly regex: string; readonly to: string };
});

it("no role may make a log group", () => {
  for (const plan of [ci, production, all])
    for (const role of ofType(plan, "aws:iam/role:Role")) {
      const { managedPolicyArns = [] } = role.inputs as { readonly managedPolicyArns?: readonly string[] };
      expect(managedPolicyArns).toEqual([]);
      const actions = statementsIn(role).flatMap((statement) => statement.actions);
      expect(actions.filter((action) => /CreateLogGroup|\*/.test(action))).toEqual([]);
    }
});

it("keeps secrets from being called like a part of the relay", () => {
  const parts = all.resources.filter(
    ({ type, name, parent }) =>
      /^sst:(?!sst:(Secret|LinkRef))/.test(type) && /^\w+$/.test(name) && parent.endsWith("::qq-relay-ci"),
  );
  const own = ["QqAppId", "QqAppSecret", "App"];
  expect([...parts.map(({ name }) => name), ...own].toSorted()).toEqual(reserved.toSorted());
});

it("costs what docs/deploy.md reckons with", () => {
  for (const { inputs } of ofType(all, "aws:lambda/function:Function"))
    expect(inputs).toMatchObject({ memorySize: deployed.memoryMb, architectures: ["arm64"] });
  for (const { inputs } of ofType(all, "aws:cloudwatch/logGroup:LogGroup"))
    expect(inputs["retentionInDays"]).toBe(deployed.logDays);
  const looked = ofType(all, "aws:cloudwatch/metricAlarm:MetricAlarm").flatMap(({ inputs }) =>
    inputs["metricName"] === undefined
      ? ((inputs["metricQueries"] ?? []) as readonly { readonly metric?: object }[]).filter(({ metric }) => metric)
      : [inputs],
  );
  expect(looked).toHaveLength(deployed.alarmMetrics);
});
