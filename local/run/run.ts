import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createLog } from "../../lib/log/log.ts";
import { makeAdminToken } from "../admin/admin-token.ts";
import { showBanner } from "./banner.ts";
import { openDataFolder } from "./data-folder.ts";
import { createLineLog } from "./line-log.ts";
import { tellOldData } from "./open-table.ts";
import { beginQuickCheck } from "./quick-check.ts";
import { readConfiguration } from "./read-configuration.ts";
import { findSampleRoute, relaySample } from "./sample.ts";
import { readSecrets, secretNames } from "./secrets.ts";
import { type Running, startRelay } from "./server.ts";
import { showEvents } from "./show-events.ts";
import { readStartOptions, type StartOptions, usage } from "./start-options.ts";
import { stopInOrder } from "./stop-in-order.ts";
import { tellDenied } from "./tell-denied.ts";
import { writeLines } from "./write-lines.ts";

/** The whole relay on this machine. Prints what a person needs, then `ready`, and stays up until stopped. */
async function start(): Promise<void> {
  const { env } = process;
  const options = readStartOptions(process.argv.slice(2), env);
  if (options.help) return console.log(usage);

  const { routes, settings } = await readConfiguration(options, env);
  const data = resolve(options.data);
  openDataFolder(data);
  const old = tellOldData(data);
  if (old !== undefined) console.error(old);
  const secrets = readSecrets(secretNames(routes), env, join(data, "secrets.json"));
  const toSimulator = !(env["QQ_APP_ID"] && env["QQ_APP_SECRET"]);
  if (toSimulator && (env["QQ_APP_ID"] || env["QQ_APP_SECRET"])) console.error(halfBot);
  const tellFindings = toSimulator ? undefined : beginQuickCheck({ routes, settings }, { ...env, ...secrets.values });

  const running = await startRelay({
    routes,
    settings: { ...settings, events: settings.events ?? (toSimulator ? "callback" : "gateway") },
    env: { ...env, ...secrets.values },
    door: options.door,
    admin: { ...options.admin, token: makeAdminToken(data) },
    data,
    ...(toSimulator && { simulatorPort: options.simulatorPort }),
    onBroken: (fault) => endBroken(fault, data),
    log: (env["RELAY_LOG"] === "json" ? createLog : createLineLog)(
      writeLines((text) => process.stderr.write(text)),
      () => new Date(),
    ),
  });
  stopInOrder(running.stop, fail);

  const { url, adminUrl, simulatorUrl } = running;
  const gateway = running.gateway();
  const lines = [
    ...(toSimulator && !gateway ? [] : showEvents(gateway, undefined, Date.now())),
    ...(await running.limits()),
  ];
  // A code in a journal would be one for whoever reads that.
  const consoleUrl = process.stdout.isTTY ? running.consoleUrl() : undefined;
  console.log(showBanner({ url, adminUrl, consoleUrl, simulatorUrl, data, routes, secrets, lines }));
  await sampleOnce({ options, data, routes, secrets: secrets.values, running });
  await tellFindings?.((text) => console.error(text));
  console.log("ready");
}

type FirstRun = {
  readonly options: StartOptions;
  readonly data: string;
  readonly routes: Parameters<typeof findSampleRoute>[0];
  readonly secrets: Readonly<Record<string, string>>;
  readonly running: Running;
};

/** Relays one signed sample push on the first run, where QQ is the simulator. */
async function sampleOnce({ options, data, routes, secrets, running }: FirstRun): Promise<void> {
  const marker = join(data, "started");
  const name = findSampleRoute(routes);
  const route = routes[name ?? ""];
  const { simulatorUrl } = running;
  if (options.sample && !existsSync(marker) && simulatorUrl !== undefined && name !== undefined && route !== undefined)
    console.log(await relaySample({ ...running, simulatorUrl, name, route, secrets }));
  writeFileSync(marker, "");
}

const halfBot =
  "QQ_APP_ID 和 QQ_APP_SECRET 只设了一个，因此仍使用模拟器。\n" +
  "Only one of QQ_APP_ID and QQ_APP_SECRET is set, so the simulator is used.";

/** Answers that are under way still go out (ms). */
const lastAnswers = 500;

/** Nobody knows what the disk has: only a start that reads it anew can go on, and whoever watches the process makes one. */
function endBroken(fault: unknown, data: string): void {
  const reason = fault instanceof Error ? fault.message : String(fault);
  console.error(
    `${data} 所在的磁盘写入失败（${reason}），中继退出；磁盘恢复后重新启动，已接收的都在。\n` +
      `The disk of ${data} failed (${reason}), so the relay ends; start it anew once the disk works, what was accepted is there.`,
  );
  setTimeout(() => process.exit(1), lastAnswers);
}

function fail(error: unknown): never {
  const told = tellDenied(error, resolve(process.env["RELAY_DATA"] || ".relay"));
  console.error(told instanceof Error ? told.message : told);
  process.exit(1);
}

await start().catch(fail);
