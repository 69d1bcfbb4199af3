import type { Delivery } from "../../model/delivery.ts";
import type { TargetState } from "../../model/standing.ts";

/**
 * Until when (ms) a delivery is muted. A mute holds back notices, not the answers to what someone just asked; what is critical
 * passes, but where all is muted.
 */
export function mutedUntil({ route, answers }: Delivery, isCritical: boolean, state: TargetState): number {
  const { mutedUntil: all = 0, hushedUntil = 0, mutes = {} } = state;
  if (answers) return 0;
  return isCritical ? all : Math.max(all, hushedUntil, mutes[route] ?? 0);
}
