import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Target } from "../lib/model/target.ts";
import type { Log, Wake } from "../lib/ports.ts";
import type { LocalWake } from "../local/lambda/wake.ts";
import { createInvocations } from "./invocations.ts";
import { limits, routes } from "./settings.ts";
import { countStoreCalls, type StoreCalls } from "./store-calls.ts";

/**
 * Where the relay takes webhooks: with the embedded run's wake-ups, with wake-ups as in AWS, and with none, so that it only
 * accepts.
 */
export type RelayUrls = { readonly url: string; readonly invokedUrl: string; readonly entryUrl: string };

/** What the process has used up since it began. `cpuSeconds` is of all its threads, user and system. */
export type Usage = { readonly calls: StoreCalls; readonly cpuSeconds: number };

type Wakes = { readonly wake: Wake; readonly idle: LocalWake["idle"] };

const { env } = process;

/** A module of the tree that is measured: this one, or the one of `TREE`. */
const load = <Module>(file: string): Promise<Module> =>
  import(pathToFileURL(join(env["TREE"] ?? join(import.meta.dirname, ".."), file)).href) as Promise<Module>;

const { createLog } = await load<typeof import("../lib/log/log.ts")>("lib/log/log.ts");
const { openTable } = await load<typeof import("../local/run/open-table.ts")>("local/run/open-table.ts");
const { createWake } = await load<typeof import("../local/lambda/wake.ts")>("local/lambda/wake.ts");
const { listen } = await load<typeof import("../local/doors/listen.ts")>("local/doors/listen.ts");
const { serveMounts } = await load<typeof import("../local/doors/mounts.ts")>("local/doors/mounts.ts");
const { composeScenes } = await load<typeof import("../local/run/scene-mounts.ts")>("local/run/scene-mounts.ts");

const readCalls = countStoreCalls();

const writeLine = createLog(
  (line) => console.log(line),
  () => new Date(),
);

const log: Log = (level, event, fields) => {
  writeLine(level, event, fields);
  if (level === "error") console.error("the relay:", event, fields);
};

const { table } = await openTable(env, { data: env["RELAY_DATA"], newQq: false, now: Date.now });

const onFault = (error: unknown): void => console.error("the relay:", error);

/** The scene functions behind HTTP, without a sweep, whose calls are nobody's message. */
async function serve(createWakes: (run: (target: Target) => Promise<void>) => Wakes) {
  const { wake, idle } = createWakes((target) => scenes.deliver(target));
  const scenes = composeScenes({ routes, settings: { limits }, env, table, wake, log }, onFault);
  const { url } = await listen(
    { host: "127.0.0.1", port: 0, variable: "PORT" },
    serveMounts(() => scenes.mounts, onFault),
  );
  return { url, idle };
}

const embedded = await serve((run) => createWake(run));
const invoked = await serve(createInvocations);
const entry = await serve(() => ({ wake: () => Promise.resolve(), idle: () => Promise.resolve() }));

/** Answers each question when nothing is being delivered any more. */
process.on("message", async () => {
  await Promise.all([embedded.idle(), invoked.idle()]);
  const { user, system } = process.cpuUsage();
  process.send?.({ calls: readCalls(), cpuSeconds: (user + system) / 1e6 } satisfies Usage);
});
process.once("disconnect", () => process.exit());
process.send?.({ url: embedded.url, invokedUrl: invoked.url, entryUrl: entry.url } satisfies RelayUrls);
