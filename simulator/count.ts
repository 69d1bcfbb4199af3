import { guildOf } from "./places.ts";
import { countSend, refundSend, type Owners, type Sent } from "./quota.ts";
import type { Send } from "./rules/send.ts";
import { targetKey, type Target } from "./scene.ts";
import type { State } from "./state.ts";
import { takeWakeup } from "./wakeup.ts";
import { anchorKey } from "./windows.ts";

/** Whose counters a send falls under. DMs are counted by their user where an event told who it is. */
export function ownersOf({ places, settings }: State, target: Target): Owners {
  const guild = target.scene === "channel" ? guildOf(places, settings.guilds, target) : undefined;
  const user = target.scene === "dm" ? places.get(targetKey(target))?.user : undefined;
  return {
    target: `${target.scene}/target/${user ?? target.id}`,
    bot: `${target.scene}/bot`,
    ...(guild !== undefined && { guild: `${target.scene}/guild/${guild}` }),
  };
}

function kindOf({ anchor, wakeup }: Pick<Send, "anchor" | "wakeup">): Sent["kind"] {
  if (anchor) return "reply";
  return wakeup ? "wakeup" : "proactive";
}

export const sentOf = (send: Send, now: number): Sent => ({
  at: now,
  kind: kindOf(send),
  target: send.target.id,
});

/** Counts an accepted message everywhere at once. The answer gives its quota back. */
export function takeUp(state: State, send: Send, now: number): () => void {
  const owners = ownersOf(state, send.target);
  const sent = sentOf(send, now);
  countSend(state.sends, owners, sent);
  if (send.wakeup) takeWakeup(state.chats, send.target.id, now);
  const window = send.anchor && state.anchors.get(anchorKey(send.anchor));
  if (window) {
    window.used += 1;
    window.seqs.add(send.seq);
  }
  return () => refundSend(state.sends, owners, sent);
}
