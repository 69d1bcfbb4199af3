import type { Anchor } from "../model/permit.ts";
import { targetName, type Target } from "../model/target.ts";
import type { QuotaOwner } from "../ports.ts";
import { unreachable } from "../base/unreachable.ts";
import type { Key, Range } from "./table.ts";

export const targetPk = (target: Target): string => `target#${targetName(target)}`;

const prefix = { delivery: "delivery#", window: "window#", binding: "binding#" } as const;

export const deliveryKey = (target: Target, id: string): Key => ({
  pk: targetPk(target),
  sk: `${prefix.delivery}${id}`,
});

export const stateKey = (target: Target): Key => ({ pk: targetPk(target), sk: "state" });

export const windowKey = (target: Target, anchor: Anchor): Key => ({
  pk: targetPk(target),
  sk: `${prefix.window}${anchor.kind}#${anchor.id}`,
});

export const quotaKey = (owner: QuotaOwner): Key => {
  switch (owner.kind) {
    case "target":
      return stateKey(owner.target);
    case "guild":
      return { pk: `guild#${owner.guild}`, sk: `quota#${owner.period}` };
    case "bot":
      return { pk: "bot", sk: `quota#${owner.scene}#${owner.period}` };
    default:
      return unreachable(owner);
  }
};

export const auditKey = (auditId: string): Key => ({ pk: `audit#${auditId}`, sk: "ref" });

export const eventKey = (id: string): Key => ({ pk: `event#${id}`, sk: "seen" });

export const bindingPk = (route: string): string => `route#${route}`;

export const bindingKey = (route: string, target: Target): Key => ({
  pk: bindingPk(route),
  sk: `${prefix.binding}${targetName(target)}`,
});

export const codeKey = (hash: string): Key => ({ pk: `code#${hash}`, sk: "code" });

/** Lies before a target's standing, as does `pageKey`, so that no deliverer loads it. */
export const guessKey = (target: Target, hour: number): Key => ({ pk: targetPk(target), sk: `guess#${hour}` });

export const pageKey = (target: Target): Key => ({ pk: targetPk(target), sk: "more" });

export const tokenKey: Key = { pk: "bot", sk: "token" };

export const breakerKey: Key = { pk: "bot", sk: "breaker" };

/** Everything that begins alike: no text of ours goes on with the last of all characters. */
const beginning = (text: string): Range => ({ from: text, to: `${text}\u{10ffff}` });

/** Sort keys of a target's deliveries. */
export const deliveryRange = beginning(prefix.delivery);

export const bindingRange = beginning(prefix.binding);

/** A pending delivery's place in the index of what is live. */
export const liveDelivery = (arrivedAt: number, id: string): string =>
  `${prefix.delivery}${new Date(arrivedAt).toISOString()}#${id}`;

export const liveDeliveries = beginning(prefix.delivery);

/** When (ms) the delivery of a live entry arrived. */
export const arrivalOf = (live: string): number =>
  Date.parse(live.slice(prefix.delivery.length).split("#", 1)[0] ?? "");

/** A window's place in that index: by the end of its use, so that those whose use is over are passed by. */
export const liveWindow = (until: number, { kind, id }: Anchor): string =>
  `${prefix.window}${new Date(until).toISOString()}#${kind}#${id}`;

/** Windows that are of use at `now` (ms) or later. */
export const liveWindows = (now: number): Range => ({
  from: `${prefix.window}${new Date(now).toISOString()}`,
  to: beginning(prefix.window).to,
});

export const deliveryIdOf = (sk: string): string => sk.slice(prefix.delivery.length);

export const isDeliveryKey = (sk: string): boolean => sk.startsWith(prefix.delivery);

/** The name of a binding's target. */
export const boundNameOf = (sk: string): string => sk.slice(prefix.binding.length);

/** The target of a partition; undefined for partitions of other kinds. */
export const targetNameOf = (pk: string): string | undefined =>
  pk.startsWith("target#") ? pk.slice("target#".length) : undefined;
