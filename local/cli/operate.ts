import * as z from "zod";
import { composeStore } from "../../lib/compose/store.ts";
import type { Env } from "../../lib/compose/env.ts";
import type { Said } from "../../lib/model/said.ts";
import { Refused } from "../operate/answers.ts";
import type { Operation } from "../operate/operation.ts";
import { isRefused } from "../operate/operation.ts";
import { composeOperate, type OperatePorts } from "../operate/operate-ports.ts";
import { type OperationName, operations } from "../operate/operations.ts";
import { readConfiguration } from "../run/read-configuration.ts";
import { type Deployed, type DeployedOptions, isDeployed, openDeployed, wakeBySweep } from "./deployed.ts";
import { failure, refusedBy } from "./failure.ts";
import { withProgress } from "./progress.ts";
import { type ReachOptions, reachRelay } from "./reach-relay.ts";
import { tellInvalid } from "./tell-invalid.ts";

/** Where an operation is done: by the relay that runs here, or on a deployed table and by these files. */
export type OperateOptions = ReachOptions &
  DeployedOptions & { readonly routes?: string; readonly settings?: string; readonly json?: boolean };

type Asked<Name extends OperationName> = z.input<(typeof operations)[Name]["request"]>;
export type Answered<Name extends OperationName> = z.output<(typeof operations)[Name]["answer"]>;

export type Operate = <Name extends OperationName>(name: Name, request: Asked<Name>) => Promise<Answered<Name>>;

const working: Said = { zh: "还在进行", en: "still at it" };

/** The way to operations. What they refuse, and what cannot be reached, is thrown as one sentence with the fix. */
export async function openOperations(options: OperateOptions, env: Env, now: () => number): Promise<Operate> {
  const run = isDeployed(options) ? await onTable(options, env, now) : atDoor(options, env);
  return async (name, request) => {
    const { error } = operations[name].request.safeParse(request);
    if (error) throw failure("usage", tellInvalid(error.issues));
    const answer: object = await withProgress(working, run(name, request));
    if (isRefused(answer)) throw refusedBy(answer.error, answer.message);
    return answer as never;
  };
}

type Run = (name: OperationName, request: object) => Promise<object>;

function atDoor(options: OperateOptions, env: Env): Run {
  const ask = reachRelay(options, env);
  return (name, request) => {
    const answer: z.ZodType = operations[name].answer;
    return ask(`/_relay/operate/${name}`, z.union([answer, Refused]), request) as Promise<object>;
  };
}

async function onTable(options: OperateOptions, env: Env, now: () => number): Promise<Run> {
  const configuration = await readConfiguration(options, env);
  const deployed = await openDeployed(options, env, now);
  const ports = composePorts(configuration, deployed, now);
  return (name, request) => {
    const operation: Operation = operations[name];
    return deployed.use(async () => (await operation.run(operation.request.parse(request), ports)) as object);
  };
}

function composePorts(
  { routes, settings }: Awaited<ReturnType<typeof readConfiguration>>,
  { table }: Deployed,
  now: () => number,
): OperatePorts {
  const wake = wakeBySweep(composeStore({ table, settings }), now);
  return composeOperate({ routes, settings, table, wake }, now);
}
