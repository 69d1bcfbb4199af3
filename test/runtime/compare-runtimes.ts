import { readdirSync, readFileSync } from "node:fs";
import { startChild } from "../../bench/child.ts";
import { median } from "../../bench/statistics.ts";
import { formatTable } from "../../bench/table.ts";
import { createEvent } from "../../local/lambda/function-url-event.ts";
import { startLambda } from "../infra/lambda.ts";
import { type Plan, secretValues } from "../infra/plan.ts";
import { startRicLambda } from "./ric-lambda.ts";

const rounds = 5;

/** One start and one request: wall and CPU, in ms. */
type Taken = { readonly init: number; readonly initCpu: number; readonly first: number; readonly firstCpu: number };

export type Compared = { readonly text: string; readonly statuses: readonly unknown[] };

const ways = { "AWS's runtime": startRicLambda, "the tests' harness": startLambda } as const;

/** Starts the c2c function again and again, by one way and the other in turn, and has it take its first webhook. */
export async function compareRuntimes(plan: Plan): Promise<Compared> {
  const aws = await startChild<{ readonly dynamo: string; readonly lambda: string }>(
    new URL("../../bench/dynamo/stub-aws.ts", import.meta.url),
  );
  const env = {
    AWS_REGION: "ap-southeast-1",
    AWS_ACCESS_KEY_ID: "id",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_SESSION_TOKEN: "session",
    DYNAMODB_ENDPOINT: aws.ready.dynamo,
    AWS_ENDPOINT_URL_LAMBDA: aws.ready.lambda,
  };
  const taken = new Map<string, Taken[]>();
  const statuses: unknown[] = [];
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const [way, start] of Object.entries(ways)) {
        const begun = performance.now();
        const lambda = await start(plan, "C2c", env);
        const ready = performance.now();
        const initCpu = cpuOf(lambda.pid);
        const asked = performance.now();
        const answer = (await lambda.invoke(webhook(), 0)) as { readonly statusCode: number };
        const answered = performance.now();
        const firstCpu = cpuOf(lambda.pid) - initCpu;
        await lambda.stop();
        statuses.push(answer.statusCode);
        taken.set(way, [
          ...(taken.get(way) ?? []),
          { init: ready - begun, initCpu, first: answered - asked, firstCpu },
        ]);
      }
  } finally {
    aws.stop();
  }
  return { text: tell(taken), statuses };
}

/** CPU (ms) of a process, of all its threads. */
const cpuOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`).reduce(
    (sum, task) => sum + Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]) / 1e6,
    0,
  );

const webhook = () =>
  createEvent(
    {
      method: "POST",
      url: "/me",
      headers: { "content-type": ["application/json"], authorization: [`Bearer ${secretValues["MeSecret"]}`] },
      body: Buffer.from('{"title":"备份完成"}'),
      sourceIp: "127.0.0.1",
      urlId: "test",
      requestId: "test",
    },
    {},
    new Date(),
  );

const columns = ["init", "initCpu", "first", "firstCpu"] as const satisfies readonly (keyof Taken)[];

function tell(taken: ReadonlyMap<string, readonly Taken[]>): string {
  const medians = [...taken].map(
    ([way, all]) => [way, columns.map((column) => median(all.map((each) => each[column])))] as const,
  );
  const [ours, theirs] = medians.map(([, values]) => values);
  const rows = [
    ...medians.map(([way, values]) => [way, ...values.map((value) => value.toFixed(0))]),
    ["ratio", ...columns.map((_, at) => ((ours?.[at] ?? Number.NaN) / (theirs?.[at] ?? Number.NaN)).toFixed(2))],
  ];
  const head = ["", "init ms", "init CPU ms", "first request ms", "its CPU ms"];
  return formatTable(`The c2c function, medians of ${rounds} starts by turns`, head, rows);
}
