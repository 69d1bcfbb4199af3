import { type Level, levelRank } from "../model/level.ts";
import type { Anchor } from "../model/permit.ts";
import type { SceneName } from "../model/scene.ts";
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

/** Name of a target's own item. */
export const stateName = "state";

export const stateKey = (target: Target): Key => ({ pk: targetPk(target), sk: stateName });

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

export const eventKey = (id: string): Key => ({ pk: `event#${id}`, sk: "event" });

export const bindingPk = (route: string): string => `route#${route}`;

export const bindingKey = (route: string, target: Target): Key => ({
  pk: bindingPk(route),
  sk: `${prefix.binding}${targetName(target)}`,
});

export const codeKey = (hash: string): Key => ({ pk: `code#${hash}`, sk: "code" });

/** A picture that a notice came with: it lies outside its delivery, so that loading what is pending need not load it. */
export const imageKey = (target: Target, id: string): Key => ({ pk: targetPk(target), sk: `image#${id}` });

export const guessKey = (target: Target, hour: number): Key => ({ pk: targetPk(target), sk: `guess#${hour}` });

export const tokenKey: Key = { pk: "bot", sk: "token" };

/** What QQ has shown of its limits in a scene. */
export const evidenceKey = (scene: SceneName): Key => ({ pk: "bot", sk: `limits#${scene}` });

export const guildSettingKey = (guild: string): Key => ({ pk: `guild#${guild}`, sk: "setting" });

/** When the gateway process elsewhere was last seen. */
export const gatewayLifeKey: Key = { pk: "bot", sk: "gateway" };

/** Who spoke lately in a scene. */
export const heardKey = (scene: SceneName): Key => ({ pk: "bot", sk: `heard#${scene}` });

export const breakerKey: Key = { pk: "bot", sk: "breaker" };

/** Everything that begins alike: no text of ours goes on with the last of all characters. */
const beginning = (text: string): Range => ({ from: text, to: `${text}\u{10ffff}` });

/** Sort keys of those that came by one route, or were handed to it: a delivery's id begins with its route. */
export const deliveriesBy = (route: string): Range => beginning(`${prefix.delivery}${route}#`);

export const bindingRange = beginning(prefix.binding);

/**
 * The shard of the index of what is due that a target's deliveries are in by their time of arrival, whatever their state: no
 * scene is called so, and no sweep looks there.
 */
export const logShard = (target: Target): string => `log#${targetName(target)}`;

/** Prefixes of the live index: a target's pending deliveries, counted ones, those a page is telling, those in audit. */
const live = { pending: "pending#", counted: "counted#", shown: "shown#", audit: "audit#" } as const;

const iso = (at: number): string => new Date(at).toISOString();

/** A pending delivery's place in the index of what is live: the most urgent first, then in order of arrival. */
export const livePending = (level: Level, arrivedAt: number, id: string): string =>
  `${live.pending}${9 - levelRank(level)}#${iso(arrivedAt)}#${id}`;

export const pendingRange = beginning(live.pending);

/** The places of those of one level. */
export const pendingOf = (level: Level): Range => beginning(`${live.pending}${9 - levelRank(level)}#`);

/** A counted one's place: in order of the digests that counted it, and in each in the digest's own order. */
export const liveCounted = (at: number, place: number, id: string): string =>
  `${live.counted}${iso(at)}#${String(place).padStart(4, "0")}#${id}`;

export const countedRange = beginning(live.counted);

/** Whether a place is one among the counted ones, which no answer has taken. */
export const isCountedPlace = (entry: string): boolean => entry.startsWith(live.counted);

/** The place of one that the answer to a command is telling, behind its place among the counted ones. */
export const liveShown = (answer: string, counted: string): string => `${live.shown}${answer}#${counted}`;

export const shownRange = beginning(live.shown);

/** The places of those that one answer tells. */
export const shownBy = (answer: string): Range => beginning(`${live.shown}${answer}#`);

/** The place of one in audit: by when the relay waits for its end no longer. */
export const liveAudit = (until: number, id: string): string => `${live.audit}${iso(until)}#${id}`;

/** Those in audit that are waited for no longer at `now` (ms). */
export const auditsUntil = (now: number): Range => ({ from: live.audit, to: `${live.audit}${iso(now)}` });

/** When (ms) the pending delivery of a live entry arrived; undefined for entries of other kinds. */
export function arrivalOf(entry: string): number | undefined {
  if (!entry.startsWith(live.pending)) return undefined;
  return Date.parse(entry.split("#", 3)[2] ?? "");
}

/** A window's place in that index: by the end of its use, so that those whose use is over are passed by. */
export const liveWindow = (until: number, { kind, id }: Anchor): string =>
  `${prefix.window}${iso(until)}#${kind}#${id}`;

/** Windows that are of use at `now` (ms) or later. */
export const liveWindows = (now: number): Range => ({
  from: `${prefix.window}${iso(now)}`,
  to: beginning(prefix.window).to,
});

export const deliveryIdOf = (sk: string): string => sk.slice(prefix.delivery.length);

/** The name of a binding's target. */
export const boundNameOf = (sk: string): string => sk.slice(prefix.binding.length);

/** The target of a partition; undefined for partitions of other kinds. */
export const targetNameOf = (pk: string): string | undefined =>
  pk.startsWith("target#") ? pk.slice("target#".length) : undefined;
