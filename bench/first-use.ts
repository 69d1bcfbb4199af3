import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SourceName, sources } from "../lib/sources/index.ts";
import { bundle } from "./bundle.ts";
import { type FirstRequest, firstRequests } from "./first-requests.ts";
import type { FirstUse } from "./first-use-process.ts";
import { functionEnv } from "./start-cost.ts";
import { median } from "./statistics.ts";

const rounds = 5;

/**
 * What the first request of a kind costs (CPU ms) beyond a later one: compiled anew, as in AWS, and from Node's compile cache, where
 * that was asked for.
 */
export type FirstCost = { readonly ms: number; readonly cachedMs?: number; readonly isTold: boolean };

/**
 * The first request of each source in a process that has started and read no other, bundled as a scene's function is: loading its
 * format and what its text needs, reading it, and telling it in words. By the source's name, and by those of its special requests.
 */
export async function firstUses(
  root: string,
  { times = rounds, isCached = true, perSource = 10 } = {},
): Promise<ReadonlyMap<string, FirstCost>> {
  const folder = mkdtempSync(join(tmpdir(), "first-use-"));
  try {
    const { entry } = await bundle(root, "bench/first-use-process.ts", folder);
    const cached = isCached ? { NODE_COMPILE_CACHE: join(folder, "cache") } : undefined;
    const requests = Object.keys(sources).flatMap((name) => [...firstRequests(name as SourceName)].slice(0, perSource));
    return new Map(requests.map(([name, request]) => [name, costOf(entry, request, times, cached)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Env = Readonly<Record<string, string>>;

/** Runs with and without the cache in turn, since others may be at work on the machine. */
function costOf(entry: string, request: FirstRequest, times: number, cached: Env | undefined): FirstCost {
  if (cached) firstUse(entry, request, cached);
  const runs = Array.from({ length: times }, () => ({
    anew: firstUse(entry, request),
    again: cached && firstUse(entry, request, cached),
  }));
  const beyond = ({ first, later }: FirstUse): number => first - later;
  return {
    ms: median(runs.map(({ anew }) => beyond(anew))),
    ...(cached && { cachedMs: median(runs.flatMap(({ again }) => (again ? [beyond(again)] : []))) }),
    isTold: runs.every(({ anew }) => anew.isTold),
  };
}

function firstUse(entry: string, request: FirstRequest, env: Env = {}): FirstUse {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry], {
    env: { ...functionEnv, ...env, REQUEST: JSON.stringify(request) },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`a request of ${request.source} is not read: ${stderr.slice(-1_000)}`);
  return JSON.parse(stdout) as FirstUse;
}
