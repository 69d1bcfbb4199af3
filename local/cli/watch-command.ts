import type { Env } from "../../lib/compose/env.ts";
import { minute, second } from "../../lib/base/time.ts";
import { difference, type Known } from "../console/live/difference.ts";
import { isDeployed } from "./deployed.ts";
import type { FilterOptions } from "./log-commands.ts";
import { openOperations } from "./operate.ts";
import { showDelivery } from "./show-deliveries.ts";

/** How often it looks (ms): in AWS each look costs a read for each delivery that it sees. */
const pause = { here: second, deployed: 5 * second } as const;

/** A delivery that arrived so long ago (ms) is watched no more. */
const lately = 10 * minute;

/** What a person follows at once. */
const limit = 50;

export type Watching = {
  readonly now: () => number;
  /** Resolves after so long (ms); rejects when the person has seen enough. */
  readonly wait: (ms: number) => Promise<void>;
  readonly print: (text: string) => void;
};

/** `relay watch [target]`: each delivery as it comes and whenever it changes, until it is interrupted; JSON a line each. */
export async function runWatch(
  target: string | undefined,
  options: FilterOptions,
  env: Env,
  { now, wait, print }: Watching,
): Promise<never> {
  const operate = await openOperations(options, env, now);
  const { route } = options;
  const where = { ...(target !== undefined && { target }), ...(route !== undefined && { route }), limit };
  const begun = now();
  let known: Known | undefined;
  for (;;) {
    const since = new Date(Math.max(begun - minute, now() - lately)).toISOString();
    const { deliveries } = await operate("deliveries", { ...where, since });
    const { changed, known: seen } = difference(known ?? new Map(), deliveries);
    for (const delivery of changed.toReversed())
      print(options.json ? `${JSON.stringify(delivery)}\n` : showDelivery(delivery));
    if (!known && !options.json) print("…… 看着，Ctrl+C 结束 · watching, Ctrl+C ends it\n");
    known = seen;
    await wait(isDeployed(options) ? pause.deployed : pause.here);
  }
}
