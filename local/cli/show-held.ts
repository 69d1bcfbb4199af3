import { readTarget } from "../../lib/model/target.ts";
import { tellHeld } from "../../lib/render/words/tell-held.ts";
import type { Answered } from "./operate.ts";

type Held = NonNullable<Answered<"deliveries">["deliveries"][number]["held"]>;

/** `quota: no proactive messages left, more at … · 主动消息用完了，… 恢复`: in this machine's own zone, as all times beside it. */
export function showHeld({ reason, until, message }: Held, target: string, now = Date.now()): string {
  const read = readTarget(target);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const held = { reason, ...(until !== undefined && { until: Date.parse(until) }) };
  return `${reason}: ${read ? tellHeld(held, read, timeZone, now).message : message}`;
}
