import type { GatewayStatus } from "../model/gateway-status.ts";
import { inBoth } from "../model/said.ts";
import type { Log, LogLevel } from "../ports.ts";
import { sayGateway } from "../render/words/gateway-words.ts";

const levels: Readonly<Record<GatewayStatus["state"], LogLevel>> = {
  connecting: "info",
  connected: "info",
  waiting: "warn",
  refused: "error",
  stopped: "error",
};

/** One line whenever the connection to QQ's gateway comes, goes, or is refused. */
export function logGateway(status: GatewayStatus, log: Log): void {
  const { state, trouble } = status;
  if (state === "connecting" || (state === "stopped" && !trouble)) return;
  const { zh, en } = sayGateway(status);
  log(levels[state], "gateway", { state, trouble, message: inBoth(en, zh) });
}
