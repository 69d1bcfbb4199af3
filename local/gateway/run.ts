import { join, resolve } from "node:path";
import { minute } from "../../lib/base/time.ts";
import { composeGateway } from "../../lib/compose/gateway.ts";
import { takeByPost } from "../../lib/compose/take-event.ts";
import type { Gateway } from "../../lib/gateway/gateway.ts";
import { createLog } from "../../lib/log/log.ts";
import type { Log } from "../../lib/ports.ts";
import { openDataFolder } from "../run/data-folder.ts";
import { lockFolder } from "../run/folder-lock.ts";
import { createLineLog } from "../run/line-log.ts";
import { stopInOrder } from "../run/stop-in-order.ts";
import { tellDenied } from "../run/tell-denied.ts";
import { writeLines } from "../run/write-lines.ts";
import { showHealth } from "./show-health.ts";
import { readGatewayOptions, usage, type GatewayOptions } from "./read-gateway-options.ts";
import { keepToken } from "./keep-token.ts";

/** The session's file in the data folder, as the embedded run has it. */
const sessionFile = "gateway-session.json";

const healthEvery = 5 * minute;

/** A setting is wrong: whoever watches the process need not start it anew. */
const wrongSettings = 2;

/** Hands QQ's events to a relay elsewhere, until stopped; then the session is left so that the next start resumes it. */
function start(): void {
  const { env } = process;
  const options = readGatewayOptions(process.argv.slice(2), env);
  if (options === "help") return console.log(usage);
  if ("faults" in options) {
    return endWrong(options.faults.map(({ zh, en }) => `${zh}\n  ${en}`).join("\n"));
  }
  const data = resolve(options.data);
  openDataFolder(data);
  const unlock = lockFolder(data);
  const log = (env["RELAY_LOG"] === "json" ? createLog : createLineLog)(
    writeLines((text) => process.stdout.write(text)),
    () => new Date(),
  );
  const gateway = open(options, data, log);
  if (typeof gateway === "string") return endWrong(gateway);
  gateway.start();
  const health = setInterval(() => log("info", "gateway-health", showHealth(gateway.status())), healthEvery);
  const stop = async (): Promise<void> => {
    clearInterval(health);
    await gateway.stop();
    unlock();
  };
  stopInOrder(stop, fail);
  console.log(`QQ → ${options.eventsUrl}（${options.scenes.join(", ")}） ${data}\nready`);
}

function endWrong(told: string): never {
  console.error(told);
  process.exit(wrongSettings);
}

/** The connection, or what of the settings cannot be used, with the fix. */
function open({ eventsUrl, scenes }: GatewayOptions, data: string, log: Log): Gateway | string {
  try {
    return composeGateway({
      env: process.env,
      scenes,
      take: takeByPost(eventsUrl, Date.now),
      sessionFile: join(data, sessionFile),
      tokens: keepToken(),
      tellsLife: true,
      log,
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function fail(error: unknown): never {
  const told = tellDenied(error, resolve(process.env["RELAY_DATA"] || ".relay"));
  console.error(told instanceof Error ? told.message : told);
  process.exit(1);
}

try {
  start();
} catch (error) {
  fail(error);
}
