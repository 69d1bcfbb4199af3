import type { Delivery } from "../../model/delivery.ts";
import { type Held, type HeldReason, heldReasons } from "../../model/held.ts";

/** Deliveries that one thing holds, of which the log is told once. */
export type HeldTogether = {
  /** Always the same for the same thing. */
  readonly key: string;
  readonly reason: HeldReason;
  /** When (ms) it lets the first of them go; absent where only an event ends it. */
  readonly until?: number;
  readonly deliveries: readonly Delivery[];
};

/** What one target remembers at most; more is not told. */
const maxKeys = 40;

/** Which reasons are those of a conversation or the bot, the same for every route; others are told for each route. */
const isOfTarget: Readonly<Record<HeldReason, boolean>> = {
  quota: true,
  "shared-quota": true,
  mute: false,
  quiet: false,
  "digest-time": false,
  denied: true,
  gone: true,
  retry: false,
  breaker: true,
  audit: false,
  reserve: false,
  spread: true,
};

/** The reasons that keys name, each once. */
export const reasonsOf = (keys: readonly string[]): readonly HeldReason[] =>
  heldReasons.filter((reason) => keys.some((key) => key === reason || key.startsWith(`${reason} `)));

/** What holds deliveries of one target, each thing with those that it holds; answers to commands are nobody's notices. */
export function heldTogether(
  deliveries: readonly Delivery[],
  heldOf: (delivery: Delivery) => Held | undefined,
): readonly HeldTogether[] {
  const all = deliveries.flatMap((delivery) => {
    const held = delivery.answers ? undefined : heldOf(delivery);
    if (!held) return [];
    const { reason, until } = held;
    return [{ key: isOfTarget[reason] ? reason : `${reason} ${delivery.route}`, reason, until, delivery }];
  });
  return [...Map.groupBy(all, ({ key }) => key)].slice(0, maxKeys).flatMap(([key, some]) => {
    const ends = some.flatMap(({ until }) => (until === undefined ? [] : [until]));
    const until = ends.length > 0 ? { until: ends.reduce((a, b) => Math.min(a, b)) } : {};
    return some.slice(0, 1).map(({ reason }) => ({
      key,
      reason,
      ...until,
      deliveries: some.map(({ delivery }) => delivery),
    }));
  });
}
