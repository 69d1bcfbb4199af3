import type { GatewayLife } from "../../lib/model/gateway-life.ts";
import type { GatewayStatus } from "../../lib/model/gateway-status.ts";
import { inBoth, type Said } from "../../lib/model/said.ts";
import { isGatewaySilent } from "../../lib/policy/forecast/gateway-life.ts";
import { sayGatewayLife } from "../../lib/render/words/gateway-life-words.ts";
import { sayGateway } from "../../lib/render/words/gateway-words.ts";

const byCallback: Said = {
  zh: "QQ 的事件: 等 QQ 调用上面的 /events，QQ 控制台的“事件接收方式”要选 Webhook",
  en: "QQ's events: by its calls to /events above; QQ's console (事件接收方式) has to say Webhook",
};

const byGateway: Said = {
  zh: 'QQ 的事件: 由中继连到 QQ 的网关去收，不需要公网地址，QQ 控制台的“事件接收方式”要选 WebSocket；要用回调请设 events: "callback"',
  en: "QQ's events: over a connection to QQ's gateway, no public address is needed; QQ's console (事件接收方式) has to say WebSocket; for callbacks set events: \"callback\"",
};

/**
 * How QQ's events come, in a line of each language, and how that is going. `gateway`: where they come by it; `life`: of a
 * process elsewhere that calls as QQ does.
 */
export function showEvents(
  gateway: GatewayStatus | undefined,
  life: GatewayLife | undefined,
  now: number,
): readonly string[] {
  if (!gateway && life) {
    const { zh, en } = sayGatewayLife(isGatewaySilent(life, now));
    return [zh, en];
  }
  if (!gateway) return [byCallback.zh, byCallback.en];
  const { zh, en } = sayGateway(gateway);
  return [byGateway.zh, byGateway.en, inBoth(zh, en)];
}
