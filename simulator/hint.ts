import type { Way } from "./emit.ts";

/** How an event was told, as far as that says why nobody heard it. */
export type Told = {
  readonly relayStatus: number | null;
  readonly way: Way;
  readonly hasCallback: boolean;
  /** Whether a bot is connected to the gateway. */
  readonly isOnline: boolean;
  /** Where the simulator is. */
  readonly url: string;
};

/** Why nobody heard an event, and what to do; undefined where somebody did, or answered at least. */
export function hintOf({ relayStatus, way, hasCallback, isOnline, url }: Told): string | undefined {
  if (relayStatus !== null) return undefined;
  if (way !== "gateway" && hasCallback)
    return "回调地址没有应答：机器人在运行吗？ / nobody answered at the callback address: does the bot run?";
  if (way === "callback")
    return "没有机器人听到：没有回调地址，请用 --callback URL 启动，或把设置 events 改为 gateway / nobody heard it: there is no callback address; start with --callback URL, or set events to gateway";
  if (isOnline)
    return "没有机器人听到：连上网关的机器人没有订阅这种事件 (intents) / nobody heard it: the bot on the gateway did not ask for this kind of event (intents)";
  return `没有机器人听到：没有机器人连上网关；请让它以 QQ_API_BASE=${url} QQ_TOKEN_URL=${url}/app/getAppAccessToken 启动，或用 --callback URL 启动模拟器 / nobody heard it: no bot is on the gateway; start one with QQ_API_BASE=${url} QQ_TOKEN_URL=${url}/app/getAppAccessToken, or the simulator with --callback URL`;
}
