import type { SceneLimits } from "./limits.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { isV2, type SceneName, type Target } from "./scene.ts";

/** A user's message or an event that replies may hang on, and what they took of it. */
export type Anchor = {
  readonly scene: SceneName;
  /** One of the two: events of members open a window on every channel of their guild. */
  readonly target?: string;
  readonly guild?: string;
  readonly openedAt: number;
  /** Code for an anchor that is known but allows no reply. */
  readonly refusal?: number;
  readonly seqs: Set<number>;
  used: number;
};

/** By kind and id: `msg:ROBOT1.0_…`, `event:GROUP_MSG_RECEIVE:…`. */
export type Anchors = Map<string, Anchor>;

export type AnchorRef = { readonly kind: "msg" | "event"; readonly id: string };

export const anchorKey = (anchor: AnchorRef): string => `${anchor.kind}:${anchor.id}`;

/** A repeated callback opens nothing again. */
export function openWindow(anchors: Anchors, ref: AnchorRef, anchor: Omit<Anchor, "seqs" | "used">): void {
  const key = anchorKey(ref);
  if (!anchors.has(key)) anchors.set(key, { ...anchor, seqs: new Set(), used: 0 });
}

export function closeWindows(anchors: Anchors, closes: (anchor: Anchor) => boolean): void {
  for (const [key, anchor] of anchors) if (closes(anchor)) anchors.delete(key);
}

/** c2c and group deduplicate by anchor and msg_seq; the guild API does not. */
export const isRepeated = (anchors: Anchors, ref: AnchorRef, { scene, id }: Target, seq: number): boolean => {
  const anchor = anchors.get(anchorKey(ref));
  return isV2(scene) && anchor?.scene === scene && anchor.target === id && anchor.seqs.has(seq);
};

/** Codes of an anchor that is not one: QQ has them per API and kind. */
const unknownCodes = { msg: 40034024, event: 40034025 } as const;

/** Of a message's window QQ's code has changed: which one is told is a setting. */
const expiredCodeOf = ({ kind }: AnchorRef, { expiredCode }: { readonly expiredCode: number }): number =>
  kind === "msg" ? expiredCode : 40034026;

/** Why a reply may not hang on its anchor: not this chat's, not answerable, too old, or used up. */
export function findWindowFault(
  anchors: Anchors,
  ref: AnchorRef,
  target: Target & { readonly guild?: string },
  limits: SceneLimits["reply"] & { readonly expiredCode: number },
  now: number,
): Refusal | undefined {
  const anchor = anchors.get(anchorKey(ref));
  const v2 = isV2(target.scene);
  const fits =
    anchor?.scene === target.scene &&
    (anchor.target === target.id || (anchor.guild !== undefined && anchor.guild === target.guild));
  if (!anchor || !fits) return refuse(v2 ? unknownCodes[ref.kind] : 304026);
  if (anchor.refusal !== undefined) return refuse(anchor.refusal);
  if (now - anchor.openedAt >= limits.minutes * 60_000) return refuse(v2 ? expiredCodeOf(ref, limits) : 304027);
  if (limits.times !== null && anchor.used >= limits.times) return refuse(v2 ? 40034128 : 304027);
  return undefined;
}
