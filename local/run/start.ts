import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createLog } from "../../lib/log/log.ts";
import { showBanner } from "./banner.ts";
import { createLineLog } from "./line-log.ts";
import { tellOldData } from "./open-table.ts";
import { readConfiguration } from "./read-configuration.ts";
import { findSampleRoute, relaySample } from "./sample.ts";
import { readSecrets } from "./secrets.ts";
import { startRelay } from "./server.ts";
import { readStartOptions, usage } from "./start-options.ts";
import { stopInOrder } from "./stop-in-order.ts";

/** `npm start`: the whole relay on this machine. Prints what a person needs, then `ready`, and stays up until stopped. */
async function start(): Promise<void> {
  const { env } = process;
  const options = readStartOptions(process.argv.slice(2), env);
  if (options.help) return console.log(usage);

  const { routes, settings } = await readConfiguration(options, env);
  const data = resolve(options.data);
  mkdirSync(data, { recursive: true });
  const old = tellOldData(data);
  if (old !== undefined) console.error(old);
  const names = Object.values(routes).flatMap(({ secret }) => secret ?? []);
  const secrets = readSecrets(names, env, join(data, "secrets.json"));
  const toSimulator = !(env["QQ_APP_ID"] && env["QQ_APP_SECRET"]);
  if (toSimulator && (env["QQ_APP_ID"] || env["QQ_APP_SECRET"])) console.error(halfBot);

  const running = await startRelay({
    routes,
    settings,
    env: { ...env, ...secrets.values },
    port: options.port,
    data,
    ...(toSimulator && { simulatorPort: options.simulatorPort }),
    log: (env["RELAY_LOG"] === "json" ? createLog : createLineLog)(
      (line) => console.error(line),
      () => new Date(),
    ),
  });
  stopInOrder(running.stop, fail);

  const { url, simulatorUrl } = running;
  console.log(showBanner({ url, simulatorUrl, data, routes, secrets }));
  const marker = join(data, "started");
  const name = findSampleRoute(routes);
  const route = routes[name ?? ""];
  if (options.sample && !existsSync(marker) && simulatorUrl !== undefined && name !== undefined && route !== undefined)
    console.log(await relaySample({ ...running, simulatorUrl, name, route, secrets: secrets.values }));
  writeFileSync(marker, "");
  console.log("ready");
}

const halfBot =
  "QQ_APP_ID 和 QQ_APP_SECRET 只设了一个，因此仍使用模拟器。\n" +
  "Only one of QQ_APP_ID and QQ_APP_SECRET is set, so the simulator is used.";

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

await start().catch(fail);
