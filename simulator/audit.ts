import type { Target } from "./scene.ts";
import { writeTime } from "./shanghai.ts";

/** A message that waits for a person, or had one decide. */
export type Audit = {
  readonly id: string;
  readonly target: Target;
  readonly guild: string;
  readonly createdAt: number;
  /** Gives back what the message used. */
  readonly refund: () => void;
  readonly decided?: "pass" | "reject";
};

export type Audits = Map<string, Audit>;

/** The event by which QQ tells what became of an audited message; only one that passed has a message id. */
export function tellDecision(audit: Audit, messageId: string | undefined, now: number) {
  const passed = messageId !== undefined;
  return {
    t: passed ? "MESSAGE_AUDIT_PASS" : "MESSAGE_AUDIT_REJECT",
    d: {
      audit_id: audit.id,
      ...(passed && { message_id: messageId, seq_in_channel: "1" }),
      guild_id: audit.guild,
      channel_id: audit.target.id,
      audit_time: writeTime(now),
      create_time: writeTime(audit.createdAt),
    },
  };
}
