import type { Claim } from "../model/claim.ts";
import type { Standing } from "../model/standing.ts";
import { isBeyond, isWide } from "../policy/quota/rules-at.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import type { Parts } from "./transmit-apart.ts";

/** A send as it ended, and whether it asked. */
type Noted = { readonly parts: Parts; readonly claim: Claim; readonly asked: boolean };

/** Takes note of what QQ's answer shows of its limits, before all else: who dies behind it asks no second time. */
export async function noteLimits(
  { parts: { main }, claim: { permit }, asked }: Noted,
  { target: { scene }, quota, windows }: Standing,
  now: number,
  { limits, rules }: DeliverPorts,
): Promise<void> {
  if (!main) return;
  const { outcome } = main.transmitted;
  if (permit.kind === "proactive") {
    // No text counts a wake-up message among pushes.
    if (permit.wakeup) return;
    const push = { outcome, asked, beyond: isBeyond(rules, quota, now), wide: isWide(rules) };
    return limits.notePush(scene, push, now);
  }
  const { kind, id } = permit.anchor;
  const window = windows.find(({ anchor }) => anchor.kind === kind && anchor.id === id);
  if (window) await limits.noteReply(scene, { permit, outcome, closesAt: window.closesAt }, now);
}
