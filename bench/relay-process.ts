import { createLog } from "../lib/log/log.ts";
import type { Target } from "../lib/model/target.ts";
import type { Log } from "../lib/ports.ts";
import { openTable } from "../local/run/open-table.ts";
import { createWake, type LocalWake } from "../local/lambda/wake.ts";
import { listen } from "../local/doors/listen.ts";
import { serveMounts } from "../local/doors/mounts.ts";
import { composeScenes } from "../local/run/scene-mounts.ts";
import { createInvocations } from "./invocations.ts";
import { limits, routes } from "./settings.ts";
import { countStoreCalls, type StoreCalls } from "./store-calls.ts";

/** Where the relay takes webhooks: with the embedded run's wake-ups, and with wake-ups as in AWS. */
export type RelayUrls = { readonly url: string; readonly invokedUrl: string };

/** What the process has used up since it began. `cpuSeconds` is of all its threads, user and system. */
export type Usage = { readonly calls: StoreCalls; readonly cpuSeconds: number };

type Wakes = Pick<LocalWake, "wake" | "idle">;

const readCalls = countStoreCalls();

const writeLine = createLog(
  (line) => console.log(line),
  () => new Date(),
);

const log: Log = (level, event, fields) => {
  writeLine(level, event, fields);
  if (level === "error") console.error("the relay:", event, fields);
};

const { env } = process;
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

/** Answers each question when nothing is being delivered any more. */
process.on("message", async () => {
  await Promise.all([embedded.idle(), invoked.idle()]);
  const { user, system } = process.cpuUsage();
  process.send?.({ calls: readCalls(), cpuSeconds: (user + system) / 1e6 } satisfies Usage);
});
process.once("disconnect", () => process.exit());
process.send?.({ url: embedded.url, invokedUrl: invoked.url } satisfies RelayUrls);
