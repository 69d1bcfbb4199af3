import type { Env } from "../../lib/compose/env.ts";
import type { DeployedConsole } from "../console/serve-deployed.ts";
import { readConfiguration } from "../run/read-configuration.ts";
import { Console } from "./command-answers.ts";
import { type DeployedOptions, isDeployed, openDeployed } from "./deployed.ts";
import { failure } from "./failure.ts";
import { printed } from "./printed.ts";
import { type ReachOptions, reachRelay } from "./reach-relay.ts";

export type ConsoleOptions = ReachOptions &
  DeployedOptions & {
    readonly routes?: string;
    readonly settings?: string;
    /** Of the console of a deployed relay; default any free one. */
    readonly port?: string;
    readonly json?: boolean;
  };

/** What a command printed, and what it leaves running. */
type Opened = { readonly text: string; readonly served?: DeployedConsole };

/**
 * `relay console`: a link that opens the console once, within ten minutes: of the relay that runs here; or of a deployed one, whose
 * console is served from here until the process ends.
 */
export async function runConsole(options: ConsoleOptions, env: Env, now: () => number): Promise<Opened> {
  if (isDeployed(options)) return serveTable(options, env, now);
  const answer = await reachRelay(options, env)("/_relay/console", Console, {});
  return { text: printed(answer, options, ({ url }) => `${url}\n${once}`) };
}

const once = "10 分钟内打开一次有效 · opens once, within ten minutes\n";

const untilStopped = "这个窗口开着就能用，Ctrl+C 结束 · good as long as this runs; Ctrl+C ends it\n";

async function serveTable(options: ConsoleOptions, env: Env, now: () => number): Promise<Opened> {
  const port = readPort(options.port);
  const { serveDeployed } = await import("../console/serve-deployed.ts");
  const configuration = await readConfiguration(options, env);
  const deployed = await openDeployed(options, env, now);
  // What is wrong with the table or the credentials is told now, not by the page.
  await deployed.use(() => deployed.table.get({ pk: "bot", sk: "breaker" }));
  const { table, stage } = options;
  const served = await serveDeployed({
    configuration,
    deployed,
    port,
    secretOf: (name) => env[name] || undefined,
    command: `npm run console -- ${table === undefined ? `--stage ${stage}` : `--table ${table}`}`,
    now,
    onFault: tellOnce((text) => process.stderr.write(text)),
  });
  return { text: printed({ url: served.link() }, options, ({ url }) => `${url}\n${once}${untilStopped}`), served };
}

/** A page looks each few seconds: the same fault again is no news. */
function tellOnce(write: (text: string) => void): (error: unknown) => void {
  let told = "";
  return (error) => {
    const text = `${error instanceof Error ? error.message : String(error)}\n`;
    if (text !== told) write(text);
    told = text;
  };
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? 0);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw failure("usage", {
    zh: `--port 应是 0 到 65535 的端口号，现在是“${text}”`,
    en: `--port has to be a port from 0 to 65535, and is "${text}"`,
  });
}
