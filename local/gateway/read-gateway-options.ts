import { parseArgs } from "node:util";
import type { Env } from "../../lib/compose/env.ts";
import type { Said } from "../../lib/model/said.ts";
import { isSceneName, type SceneName, sceneNames } from "../../lib/model/scene.ts";
import { readBase } from "../../lib/send/read-base.ts";

export type GatewayOptions = {
  /** Address of the deployed relay's events function. */
  readonly eventsUrl: string;
  /** Scenes that the relay's routes have: they decide which events are asked for. */
  readonly scenes: readonly SceneName[];
  /** Folder of the session, which one process may have. */
  readonly data: string;
};

export const usage = `用法 Usage: npm run gateway

连到 QQ 的网关，把收到的事件交给部署在别处的中继；QQ 控制台的“事件接收方式”要选 WebSocket。
Connects to QQ's gateway and hands its events to a relay deployed elsewhere; QQ's console (事件接收方式) has to say WebSocket.

环境变量 Environment, 也可写在 .env · also in .env:
  RELAY_EVENTS_URL  sst deploy 打印的 events · what sst deploy printed as events
  QQ_APP_ID         和中继的 QqAppId 一样 · the same as the relay's QqAppId
  QQ_APP_SECRET     和中继的 QqAppSecret 一样 · the same as the relay's QqAppSecret
  RELAY_SCENES      路由用到的场景，逗号隔开 scenes that the routes have, by commas    ${sceneNames.join(",")}
  RELAY_DATA        会话文件的目录，一个进程一个 folder of the session, one process each    .relay
  RELAY_LOG         json：日志每行一个 JSON · log lines as JSON
  QQ_API_BASE, QQ_TOKEN_URL

退出码 Exit codes: 0 正常停止 stopped in order · 1 出错 a fault · 2 设置不对，重启也没有用 a setting is wrong, and no restart helps
`;

/** What `npm run gateway` was asked for, or every setting that has to be mended. */
export function readGatewayOptions(
  args: readonly string[],
  env: Env,
): "help" | GatewayOptions | { readonly faults: readonly Said[] } {
  const help = readHelp(args);
  if (help === true) return "help";
  const eventsUrl = env["RELAY_EVENTS_URL"] ?? "";
  const scenes = (env["RELAY_SCENES"] || sceneNames.join(",")).split(",").map((scene) => scene.trim());
  const faults = [
    ...(help ? [help] : []),
    ...needed(
      env,
      "RELAY_EVENTS_URL",
      "sst deploy 打印的 events 地址",
      "the address that sst deploy printed as events",
    ),
    ...needed(env, "QQ_APP_ID", ...console),
    ...needed(env, "QQ_APP_SECRET", ...console),
    ...(eventsUrl === "" ? [] : judgeUrl(eventsUrl)),
    ...scenes.filter((scene) => !isSceneName(scene)).map(unknownScene),
  ];
  if (faults.length > 0) return { faults };
  return { eventsUrl, scenes: scenes.filter(isSceneName), data: env["RELAY_DATA"] || ".relay" };
}

const console = [
  "QQ 控制台“开发设置”里的，和中继用的一样",
  "as in QQ's console (q.qq.com, 开发管理 › 开发设置), and as the relay has it",
] as const;

const needed = (env: Env, name: string, zh: string, en: string): readonly Said[] =>
  env[name] ? [] : [{ zh: `没有设置 ${name}：${zh}`, en: `${name} is not set: ${en}` }];

function judgeUrl(text: string): readonly Said[] {
  try {
    readBase("RELAY_EVENTS_URL", text);
    return [];
  } catch {
    return [
      {
        zh: "RELAY_EVENTS_URL 要是 https:// 开头的完整地址（http:// 只能用于本机）",
        en: "RELAY_EVENTS_URL must be a whole address that begins with https:// (http:// is for loopback only)",
      },
    ];
  }
}

const unknownScene = (scene: string): Said => ({
  zh: `RELAY_SCENES 里的 ${JSON.stringify(scene)} 不是 ${sceneNames.join("、")} 之一`,
  en: `${JSON.stringify(scene)} in RELAY_SCENES is none of ${sceneNames.join(", ")}`,
});

/** Whether help is asked for, or what is wrong with the arguments. */
function readHelp(args: readonly string[]): boolean | Said {
  try {
    return parseArgs({ args: [...args], options: { help: { type: "boolean", short: "h" } } }).values.help ?? false;
  } catch {
    return {
      zh: `不认识 ${args.join(" ")}；它只认 --help`,
      en: `${args.join(" ")} is not known; it knows --help only`,
    };
  }
}
