import type { Env } from "../../lib/compose/env.ts";
import { tellNoPort } from "../doors/tell-no-port.ts";
import { startSimulator } from "../../simulator/server.ts";

export type OpenSimulator = {
  readonly url: string;
  /** The environment of a relay that takes the simulator for QQ. */
  readonly env: Env;
  readonly stop: () => Promise<void>;
};

type SimulatorOptions = {
  readonly port: number;
  readonly env: Env;
  /** Without it its events go by its gateway. */
  readonly eventsUrl: string | undefined;
  /** Its time, where that is not the machine's. */
  readonly now?: (() => Date) | undefined;
};

/** Starts QQ's simulator beside the relay, known to it by the same bot. */
export async function openSimulator({ port, env, eventsUrl, now }: SimulatorOptions): Promise<OpenSimulator> {
  const appId = env["QQ_APP_ID"] || "sim-app";
  const appSecret = env["QQ_APP_SECRET"] || "sim-secret-0123456789";
  const hosts = (env["SIM_HOSTS"] ?? "").split(/[\s,]+/).filter(Boolean);
  const { url, stop } = await startSimulator({ port, appId, appSecret, eventsUrl, hosts, ...(now && { now }) }).catch(
    (error: unknown) => {
      throw tellNoPort(error, port, "SIM_PORT");
    },
  );
  const bot = { QQ_APP_ID: appId, QQ_APP_SECRET: appSecret };
  return { url, stop, env: { ...env, ...bot, QQ_API_BASE: url, QQ_TOKEN_URL: `${url}/app/getAppAccessToken` } };
}
