import { parseArgs } from "node:util";
import { readAddress } from "../doors/read-address.ts";

type Door = { readonly host: string; readonly port: number };

export type StartOptions = {
  readonly routes: string | undefined;
  readonly settings: string | undefined;
  readonly sample: boolean;
  readonly help: boolean;
  /** For senders and QQ. */
  readonly door: Door;
  /** For operators. */
  readonly admin: Door;
  readonly simulatorPort: number;
  /** Folder of the database files and generated secrets. */
  readonly data: string;
};

export const usage = `用法 Usage: npm start -- [options]

  --routes FILE     路由文件 routes file (RELAY_ROUTES)        infra/routes.ts
  --settings FILE   设置文件 settings file (RELAY_SETTINGS)    infra/settings.ts
  --no-sample       首次启动不发示例 no sample push at the first run

环境变量 Environment, 也可写在 .env · also in .env:
PORT 8787, HOST 127.0.0.1 · ADMIN_PORT 8789, ADMIN_HOST 127.0.0.1 · SIM_PORT 8788 · RELAY_DATA .relay · RELAY_LOG=json
QQ_APP_ID, QQ_APP_SECRET（设了就不启动模拟器，事件由中继连到 QQ 去收 then no simulator is started, and events come by QQ's gateway）, QQ_API_BASE, QQ_TOKEN_URL, DYNAMODB_ENDPOINT
`;

/** What `npm start` was asked for. Options win over the environment; throws with the fix when one cannot be read. */
export function readStartOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartOptions {
  const { values } = parse(args);
  return {
    routes: values.routes,
    settings: values.settings,
    sample: !values["no-sample"],
    help: values.help,
    door: { host: readAddress("HOST", env["HOST"]), port: readPort("PORT", env["PORT"], 8787) },
    admin: {
      host: readAddress("ADMIN_HOST", env["ADMIN_HOST"]),
      port: readPort("ADMIN_PORT", env["ADMIN_PORT"], 8789),
    },
    simulatorPort: readPort("SIM_PORT", env["SIM_PORT"], 8788),
    data: env["RELAY_DATA"] || ".relay",
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        routes: { type: "string" },
        settings: { type: "string" },
        "no-sample": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, { cause: error });
  }
}

function readPort(variable: string, text: string | undefined, fallback: number): number {
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(
    `${variable} 应是 0 到 65535 的端口号，现在是“${text}”。\n${variable} must be a port from 0 to 65535, and is "${text}".`,
  );
}
