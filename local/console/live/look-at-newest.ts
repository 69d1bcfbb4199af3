import { type Target, readTarget } from "../../../lib/model/target.ts";
import { listNewest, targetsMeant } from "../../operate/deliveries.ts";
import type { OperatePorts } from "../../operate/operate-ports.ts";
import { isRefused } from "../../operate/operation.ts";
import type { Listed } from "./difference.ts";

/** What the console shows of the log at first, and is told of at once. */
const limit = 50;

/** The newest deliveries of conversations, by their names, or of all. */
export async function lookAtNewest(
  names: readonly string[] | undefined,
  ports: OperatePorts,
): Promise<readonly Listed[]> {
  const targets = names === undefined ? await all(ports) : names.flatMap((name) => readTarget(name) ?? []);
  return (await listNewest(targets, { limit }, ports)).deliveries;
}

async function all(ports: OperatePorts): Promise<readonly Target[]> {
  const targets = await targetsMeant({}, ports);
  return isRefused(targets) ? [] : targets;
}
