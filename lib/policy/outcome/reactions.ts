import type { RefusedKind } from "../../model/outcome.ts";
import type { Excess } from "../../model/quota.ts";
import type { StateChange } from "../../model/settlement.ts";
import type { TargetState } from "../../model/standing.ts";
import { deny, lose } from "./barred.ts";
import { stopWakeups } from "../quota/wakeup.ts";
import { minute } from "../../base/time.ts";

/** What each kind of refusal asks for. `wait` (ms) leaves the delivery pending; without it the next plan decides. */
export const reactions = {
  again: { retries: true },
  media: { retries: true },
  rate: { wait: minute, pauses: true, closes: "pace" },
  quota: { closes: "quota", drops: true },
  window: { drops: true, retries: "push" },
  anchor: { drops: true, retries: "push" },
  denied: { drops: true, change: deny },
  gone: { drops: true, change: lose },
  muted: { mutes: true, change: (_, now) => ({ mutedUntil: now + 30 * minute }) },
  "wakeup-used": { drops: true, retries: "push", keeps: true },
  "wakeup-off": { drops: true, retries: "push", change: stopWakeups },
  fix: { fails: true },
  dead: { fails: true },
  config: { wait: 5 * minute, pauses: true },
  auth: { wait: minute, pauses: true },
  gateway: { wait: 10 * minute, pauses: true },
} as const satisfies Record<RefusedKind, Reaction>;

export type Reaction = {
  /** After a wait; `push`: only a push, which has no window to go without. */
  readonly retries?: true | "push";
  readonly wait?: number;
  readonly pauses?: true;
  /** What there was too much of: pushes rest for a while. A reply is none of them, and closes nothing. */
  readonly closes?: Excess;
  readonly drops?: true;
  /** What was taken for it is spent all the same. */
  readonly keeps?: true;
  readonly fails?: true;
  /** A mute holds notices, not answers: an answer would go out again at once, so it ends here. */
  readonly mutes?: true;
  readonly change?: (state: TargetState, now: number) => StateChange;
};
