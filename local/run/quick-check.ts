import { setTimeout as sleep } from "node:timers/promises";
import { second } from "../../lib/base/time.ts";
import type { Env } from "../../lib/compose/env.ts";
import { diagnose } from "../doctor/diagnose.ts";
import { edges as world } from "../doctor/gather/edges.ts";
import { type Edges, gatherOwn } from "../doctor/gather/gather.ts";
import { showFindings } from "../doctor/show-diagnosis.ts";
import type { Configuration } from "./read-configuration.ts";

/** How long (ms) a start waits for it, once all else is ready. */
const patience = second;

/** How long (ms) QQ may take for each of the two calls. */
const timeoutMs = 5 * second;

type QuickCheckEdges = { readonly edges?: Edges; readonly wait?: (ms: number) => Promise<void> };

/** Keeps no process up. */
const waitInVain = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false });

/**
 * The part of `relay doctor` that needs no running relay, begun at a start and told before it is ready. Where QQ takes longer than a
 * second more, it is told when it answers.
 */
export function beginQuickCheck(
  configuration: Configuration,
  env: Env,
  { edges = world, wait = waitInVain }: QuickCheckEdges = {},
): (tell: (text: string) => void) => Promise<void> {
  const checked = gatherOwn({ where: "here", configuration, timeoutMs }, env, edges).then(
    (facts) => showFindings(diagnose(facts).findings),
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
  return async (tell) => {
    const told = checked.then((lines) => {
      if (lines.length > 0) tell(lines.join("\n"));
    });
    await Promise.race([told, wait(patience)]);
  };
}
