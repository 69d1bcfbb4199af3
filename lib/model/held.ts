/**
 * Why a delivery has not gone out yet. `quota`: QQ's limit on pushes to its conversation; `shared-quota`: one that conversations
 * share; `mute`: people asked for quiet; `quiet`: its route's quiet hours, or a route that pushes nothing of its level;
 * `digest-time`: its route's daily time; `denied`, `gone`: QQ takes no pushes there, or the conversation is no more, or its route is not paired yet; `retry`: it
 * was refused for a while; `breaker`: QQ is out of order for the whole bot; `audit`: QQ looks at it first; `reserve`: what is
 * left of the quota is kept for critical ones; `spread`: so that what QQ allows lasts, a push or reply is kept for later.
 */
export const heldReasons = [
  "quota",
  "shared-quota",
  "mute",
  "quiet",
  "digest-time",
  "denied",
  "gone",
  "retry",
  "breaker",
  "audit",
  "reserve",
  "spread",
] as const;

export type HeldReason = (typeof heldReasons)[number];

/** What holds a delivery, and until when (ms); without a time only an event ends it. */
export type Held = { readonly reason: HeldReason; readonly until?: number };

/** The same as people and programs are told it: `until` in ISO 8601, `message` why, in both languages. */
export type ToldHeld = { readonly reason: HeldReason; readonly until?: string; readonly message: string };
