import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import type { LambdaFunctionURLResult } from "aws-lambda";
import { startDynalite } from "../../bench/dynalite.ts";
import { serveFunctionUrl } from "../../local/lambda/function-url.ts";
import { listen } from "../../local/doors/listen.ts";
import { startSimulator } from "../../simulator/server.ts";
import type { Attempt } from "../support/rig.ts";
import { startAws } from "./aws.ts";
import { type Lambda, startLambda } from "./lambda.ts";
import { ofName } from "../../local/plan/plan.ts";
import { type Plan, secretValues } from "./plan.ts";
import { statementsOf } from "../../local/plan/statements.ts";
import { createTable, plannedTable } from "./table-of.ts";

/** What a plan would deploy, running here: its zips, its table, its roles, and QQ's simulator. */
export type Cloud = {
  /** Posts to a path below the URLs: `/group/ci`. */
  readonly post: (path: string, body: string, headers: Readonly<Record<string, string>>) => Promise<Posted>;
  readonly say: (scene: string, target: string, text: string) => Promise<{ readonly relayStatus: number }>;
  /** Texts that QQ took for a target. */
  readonly received: (scene: string, target: string) => Promise<readonly string[]>;
  /** What the schedule does. */
  readonly sweep: () => Promise<unknown>;
  /** Asynchronous invocations are lost from now on, or no longer. */
  readonly lose: (lost: boolean) => void;
  readonly setTime: (time: number) => void;
  /** Resolves when no asynchronous invocation runs. */
  readonly idle: () => Promise<void>;
  /** Lines that the functions wrote. */
  readonly lines: () => readonly string[];
  readonly denied: readonly string[];
  readonly stop: () => Promise<void>;
};

type Posted = { readonly status: number; readonly body: unknown };

const region = "ap-southeast-1";
const ids = ["C2c", "Group", "Channel", "Dm", "Events", "SweepHandler"];

/** `start` runs a function: in a process of its own, unless another way is named. */
export async function startCloud(plan: Plan, start: typeof startLambda = startLambda): Promise<Cloud> {
  let offset = 0;
  let lost = false;
  const running = new Set<Promise<unknown>>();
  const lambdas = new Map<string, Lambda>();
  const nameOf = (id: string) => String(ofName(plan, `${id}Function`).inputs["name"]);
  const idOf = (name: string) => ids.find((id) => nameOf(id) === name) ?? "";
  const invoke = (name: string, event: unknown): Promise<unknown> => {
    const lambda = lambdas.get(name);
    if (!lambda) throw new Error(`there is no function ${name}`);
    return lambda.invoke(event, offset);
  };

  const engine = await startDynalite();
  await makeTable(plan, engine.endpoint);
  const aws = await startAws({
    region,
    database: engine.endpoint,
    statementsOf: (name) => statementsOf(plan, idOf(name)),
    invoke: (name, event) => {
      if (lost) return;
      // Nobody hears of an invocation that fails but the log.
      const invocation = invoke(name, event)
        .catch(() => undefined)
        .finally(() => running.delete(invocation));
      running.add(invocation);
    },
  });
  const urls = await listen({ host: "127.0.0.1", port: 0, variable: "PORT" }, (request, response) => {
    const mount = `/${request.url?.split(/[/?]/)[1]}`;
    const id = mount.charAt(1).toUpperCase() + mount.slice(2);
    const handler = async (event: unknown) => (await invoke(nameOf(id), event)) as LambdaFunctionURLResult;
    void serveFunctionUrl(handler, { name: id, mount }, request, response);
  });
  const qq = await startSimulator({
    port: 0,
    appId: secretValues["QqAppId"] ?? "",
    appSecret: secretValues["QqAppSecret"] ?? "",
    eventsUrl: `${urls.url}/events`,
    now: () => new Date(Date.now() + offset),
  });
  for (const id of ids) {
    const lambda = await start(plan, id, {
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: nameOf(id),
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_SESSION_TOKEN: "session",
      DYNAMODB_ENDPOINT: aws.url,
      AWS_ENDPOINT_URL_LAMBDA: aws.url,
      QQ_API_BASE: qq.url,
      QQ_TOKEN_URL: `${qq.url}/app/getAppAccessToken`,
    });
    lambdas.set(lambda.name, lambda);
  }
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };

  return {
    post: async (path, body, headers) => {
      const response = await fetch(urls.url + path, { method: "POST", body, headers });
      return { status: response.status, body: await response.json() };
    },
    say: async (scene, target, text) => {
      const body = JSON.stringify({ scene, target, text, user: "3" });
      const response = await fetch(`${qq.url}/_sim/say`, { method: "POST", body });
      return (await response.json()) as { readonly relayStatus: number };
    },
    received: async (scene, target) => {
      const response = await fetch(`${qq.url}/_sim/messages?scene=${scene}&target=${target}`);
      const attempts = (await response.json()) as readonly Attempt[];
      return attempts.filter(({ status }) => status === 200).map(({ body }) => String(body["content"]));
    },
    sweep: () => invoke(nameOf("SweepHandler"), {}),
    lose: (to) => {
      lost = to;
    },
    setTime: (time) => {
      offset = time - Date.now();
    },
    idle,
    lines: () => [...lambdas.values()].flatMap((lambda) => lambda.log().split("\n").filter(Boolean)),
    denied: aws.denied,
    stop: async () => {
      await idle();
      for (const lambda of lambdas.values()) await lambda.stop();
      await qq.stop();
      urls.close();
      aws.stop();
      await engine.stop();
    },
  };
}

/** From the plan, so that a key or an index that is missing there is missing here. */
async function makeTable(plan: Plan, endpoint: string): Promise<void> {
  const table = plannedTable(plan);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  await client.send(new CreateTableCommand(createTable(table)));
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 1 }, { TableName: table.name });
  client.destroy();
}
