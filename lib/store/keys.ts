import type { Anchor } from "../model/permit.ts";
import { targetName, type Target } from "../model/target.ts";
import type { QuotaOwner } from "../ports.ts";
import { unreachable } from "../base/unreachable.ts";

/** Primary key of an item. */
export type Key = { readonly pk: string; readonly sk: string };

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

/** Sort keys of a target's windows. */
export const windowRange = { from: prefix.window, to: "window$" } as const;

export const deliveryIdOf = (sk: string): string => sk.slice(prefix.delivery.length);

export const isDeliveryKey = (sk: string): boolean => sk.startsWith(prefix.delivery);

/** The name of a binding's target. */
export const boundNameOf = (sk: string): string => sk.slice(prefix.binding.length);

/** The target of a partition; undefined for partitions of other kinds. */
export const targetNameOf = (pk: string): string | undefined =>
  pk.startsWith("target#") ? pk.slice("target#".length) : undefined;
