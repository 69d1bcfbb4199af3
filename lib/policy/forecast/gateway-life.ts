import { minute } from "../../base/time.ts";
import type { GatewayLife } from "../../model/gateway-life.ts";

/** How long (ms) a gateway process may say nothing: a new task takes the place of an old one in less. */
const patience = 5 * minute;

/** Whether a gateway process that once lived has said nothing for long. */
export const isGatewaySilent = ({ seenAt }: Pick<GatewayLife, "seenAt">, now: number): boolean =>
  now - seenAt >= patience;
