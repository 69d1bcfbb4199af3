import type { Delivery } from "./delivery.ts";

/** How long (ms) the relay waits for the end of an audit; QQ documents none, and by experience it takes minutes. */
export const auditPatience = 3 * 86_400_000;

/** How long (ms) the relay remembers what a message in audit tells: an end that comes later finds nothing. */
export const auditMemory = 30 * 86_400_000;

/** When (ms) the relay waits no longer for the end of a delivery's audit: counted from QQ's answer that named it. */
export const auditOverAt = ({ last, arrivedAt }: Pick<Delivery, "last" | "arrivedAt">): number =>
  (last?.at ?? arrivedAt) + auditPatience;
