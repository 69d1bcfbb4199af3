import type { GatewayStatus } from "../../lib/model/gateway-status.ts";
import { inBoth } from "../../lib/model/said.ts";
import { sayGateway } from "../../lib/render/words/gateway-words.ts";
import { answerJson, type Mount } from "../doors/mounts.ts";

/** `GET /_relay/status`: how QQ's events come, and how the connection to its gateway is. */
export const statusMount = (read: () => GatewayStatus | undefined): Mount => ({
  path: "/_relay/status",
  exact: true,
  serve: (request, response) => {
    request.resume();
    const status = read();
    answerJson(response, 200, status ? { events: "gateway", gateway: showStatus(status) } : { events: "callback" });
  },
});

/** Times as ISO text. */
function showStatus(status: GatewayStatus): Readonly<Record<string, unknown>> {
  const { since, retryAt, lastEvent, lastAck } = status;
  const times = Object.entries({ since, retryAt, lastEvent, lastAck }).map(
    ([name, at]) => [name, at === undefined ? undefined : new Date(at).toISOString()] as const,
  );
  const { zh, en } = sayGateway(status);
  return { ...status, ...Object.fromEntries(times), message: inBoth(en, zh) };
}
