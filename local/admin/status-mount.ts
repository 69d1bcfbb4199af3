import type { GatewayLife } from "../../lib/model/gateway-life.ts";
import type { GatewayStatus } from "../../lib/model/gateway-status.ts";
import { inBoth } from "../../lib/model/said.ts";
import { isGatewaySilent } from "../../lib/policy/forecast/gateway-life.ts";
import type { GatewayLives } from "../../lib/ports.ts";
import { sayGatewayLife } from "../../lib/render/words/gateway-life-words.ts";
import { sayGateway } from "../../lib/render/words/gateway-words.ts";
import { answerJson, type Mount } from "../doors/mounts.ts";
import { showHealth } from "../gateway/show-health.ts";

type StatusPorts = {
  /** The connection of this process; undefined where events come by callback. */
  readonly gateway: () => GatewayStatus | undefined;
  readonly store: Pick<GatewayLives, "readGatewayLife">;
  /** Ms of the epoch. */
  readonly now: () => number;
};

/** `GET /_relay/status`: how QQ's events come, and how the connection to its gateway is, or the process elsewhere that has one. */
export const statusMount = ({ gateway, store, now }: StatusPorts): Mount => ({
  path: "/_relay/status",
  exact: true,
  serve: async (request, response) => {
    request.resume();
    const status = gateway();
    if (status) return answerJson(response, 200, { events: "gateway", gateway: show(status) });
    const life = await store.readGatewayLife();
    answerJson(response, 200, { events: "callback", ...(life && { process: showLife(life, now()) }) });
  },
});

const show = (status: GatewayStatus): Readonly<Record<string, unknown>> => {
  const { zh, en } = sayGateway(status);
  return { ...showHealth(status), message: inBoth(en, zh) };
};

/** One that runs elsewhere, as far as its signs of life tell. */
function showLife(life: GatewayLife, now: number): Readonly<Record<string, unknown>> {
  const isSilent = isGatewaySilent(life, now);
  const { zh, en } = sayGatewayLife(isSilent);
  return { seenAt: new Date(life.seenAt).toISOString(), isSilent, message: inBoth(en, zh) };
}
