import type { Anchor } from "../model/permit.ts";
import { targetName, type Target } from "../model/target.ts";
import type { QuotaOwner } from "../ports.ts";
import { unreachable } from "../model/unreachable.ts";

/** Primary key of an item. */
export type Key = { readonly pk: string; readonly sk: string };

export const targetPk = (target: Target): string => `target#${targetName(target)}`;

const prefix = { delivery: "delivery#", window: "window#" } as const;

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
      return { pk: targetPk(owner.target), sk: "quota" };
    case "guild":
      return { pk: `guild#${owner.guild}`, sk: `quota#${owner.period}` };
    case "bot":
      return { pk: "bot", sk: `quota#${owner.scene}#${owner.period}` };
    default:
      return unreachable(owner);
  }
};

export const auditKey = (auditId: string): Key => ({ pk: `audit#${auditId}`, sk: "ref" });

export const tokenKey: Key = { pk: "bot", sk: "token" };

/** Sort keys of a target's standing: quota, state and windows lie after its deliveries, whatever their number. */
export const standingRange = { from: "quota", to: "window$" } as const;

export const deliveryIdOf = (sk: string): string => sk.slice(prefix.delivery.length);

export const isWindowKey = (sk: string): boolean => sk.startsWith(prefix.window);

export const isDeliveryKey = (sk: string): boolean => sk.startsWith(prefix.delivery);

/** The target of a partition; undefined for partitions of other kinds. */
export const targetNameOf = (pk: string): string | undefined =>
  pk.startsWith("target#") ? pk.slice("target#".length) : undefined;
