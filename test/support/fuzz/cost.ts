import type { Request } from "../requests.ts";
import { ordinary } from "./mutate.ts";

/** CPU time (ms) of one call, waiting aside. */
export async function cpuOf(call: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

export const sizeOf = ({ body = "" }: Request): number => Buffer.byteLength(body);

/** No input may cost so many times the CPU of an ordinary one of its size. */
export const most = 50;

/** The least of some tries: a collection of garbage is no cost of the input's. */
export async function leastOf(tries: number, call: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < tries; time += 1) least = Math.min(least, await cpuOf(call));
  return least;
}

/** What an ordinary input of a size costs, measured in this very run, size by size. */
export function ordinaryCosts(take: (request: Request) => Promise<unknown>): (bytes: number) => Promise<number> {
  const known = new Map<number, number>();
  return async (bytes) => {
    const size = 2 ** Math.ceil(Math.log2(Math.max(1_024, bytes)));
    const cost = known.get(size) ?? (await leastOf(9, () => take(ordinary(size / 2))));
    known.set(size, cost);
    return Math.max(cost, 0.05);
  };
}
