import type { Env } from "../../lib/compose/env.ts";
import { composeStore } from "../../lib/compose/store.ts";
import { diagnose } from "../doctor/diagnose.ts";
import type { Facts } from "../doctor/facts.ts";
import { edges as world } from "../doctor/gather/edges.ts";
import { type Edges, gather } from "../doctor/gather/gather.ts";
import { readRecord, RelayRecord } from "../doctor/relay-record.ts";
import { showDiagnosis } from "../doctor/show-diagnosis.ts";
import { type DeployedOptions, isDeployed, openDeployed } from "./deployed.ts";
import { type ReachOptions, reachRelay } from "./reach-relay.ts";

export type DoctorOptions = ReachOptions &
  DeployedOptions & {
    readonly routes?: string;
    readonly settings?: string;
    /** QQ's callback address, as its console has it. */
    readonly callback?: string;
    readonly json: boolean;
  };

/** `relay doctor`: what is wrong and its fix; the exit code is 1 where anything is wrong for certain. Writes nothing. */
export async function runDoctor(
  options: DoctorOptions,
  env: Env,
  edges: Edges = world,
): Promise<{ readonly text: string; readonly exitCode: 0 | 1 }> {
  const deployed = isDeployed(options);
  const readRelay = deployed
    ? (configuration: Facts["configuration"]) => readTable(options, configuration, env, edges.now)
    : () => reachRelay(options, env)("/_relay/doctor", RelayRecord);
  const where = deployed ? "deployed" : "here";
  const diagnosis = diagnose(await gather({ ...options, where, readRelay }, env, edges));
  return {
    text: options.json ? `${JSON.stringify(diagnosis, undefined, 2)}\n` : showDiagnosis(diagnosis),
    exitCode: diagnosis.ok ? 0 : 1,
  };
}

/** What a deployed table knows. */
async function readTable(
  options: DeployedOptions,
  configuration: Facts["configuration"],
  env: Env,
  now: () => number,
): Promise<RelayRecord> {
  const { routes, settings } = "faults" in configuration ? { routes: {}, settings: {} } : configuration;
  const { table, use } = await openDeployed(options, env, now);
  return use(() => readRecord({ routes, settings, store: composeStore({ table, settings }), now: now() }));
}
