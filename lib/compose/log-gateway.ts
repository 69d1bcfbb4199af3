import type { GatewayStatus } from "../model/gateway-status.ts";
import { inBoth } from "../model/said.ts";
import type { Log } from "../ports.ts";
import { sayGateway } from "../render/words/gateway-words.ts";

/** One line whenever the connection to QQ's gateway comes, goes, or is refused. */
export function logGateway(status: GatewayStatus, log: Log): void {
  const { state, trouble } = status;
  if (state === "connecting" || (state === "stopped" && !trouble)) return;
  const { zh, en } = sayGateway(status);
  const level = state === "connected" ? "info" : state === "waiting" ? "warn" : "error";
  log(level, "gateway", { state, trouble, message: inBoth(en, zh) });
}
