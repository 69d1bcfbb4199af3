import type { Delivery } from "../../model/delivery.ts";

/** One message tells at most this many: a claim names each of them. */
export const maxTogether = 200;

/** As many of the first as may go in one message: what was in one that QQ's audit rejected asks for a smaller one. */
export function takeTogether(deliveries: readonly Delivery[]): readonly Delivery[] {
  let max = maxTogether;
  for (const [at, delivery] of deliveries.entries()) {
    max = Math.min(max, delivery.maxTogether ?? maxTogether);
    if (at >= max) return deliveries.slice(0, Math.max(1, at));
  }
  return deliveries.slice(0, max);
}
