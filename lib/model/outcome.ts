/** What QQ said, as it may be logged: never content. */
export type QqAnswer = {
  /** HTTP status; absent when no answer came. */
  readonly status?: number;
  readonly code?: number;
  readonly message?: string;
  readonly traceId?: string;
};

/** How content that was refused can be changed so that the next send may pass. */
export type Repair = "markdown" | "text" | "shorten" | "links" | "filler" | "keyboard" | "media" | "everyone";

/**
 * Kinds of refusal that ask something of us, with what they ask:
 * again – not delivered, a passing fault: same body, same seq, after a wait ·
 * media – the media step failed: as `again`, then upload anew, then without media ·
 * rate – too fast: wait ·
 * quota – the period is used up: close the counter, hold ·
 * window – the anchor is too old or used up: drop it, plan again ·
 * anchor – the anchor is wrong or not allowed: drop it, plan again ·
 * denied – the target takes no proactive messages: hold until an event says otherwise ·
 * gone – the target no longer exists or the bot is not in it ·
 * muted – the bot or the group is muted: long wait ·
 * fix – the content can be repaired ·
 * dead – the content is refused for good, or malformed ·
 * config – credentials, permission or path of the whole bot ·
 * auth – the access token ·
 * gateway – QQ wants a gateway connection (304018): slow retry.
 */
export const refusedKinds = [
  "again",
  "media",
  "rate",
  "quota",
  "window",
  "anchor",
  "denied",
  "gone",
  "muted",
  "fix",
  "dead",
  "config",
  "auth",
  "gateway",
] as const;

export type RefusedKind = (typeof refusedKinds)[number];

/** QQ's answer to one send, as a value. `duplicate`: this anchor and seq were already used. `unsure`: no one knows. */
export type Outcome =
  | { readonly kind: "sent"; readonly messageId?: string; readonly answer: QqAnswer }
  | { readonly kind: "in-audit"; readonly auditId: string; readonly answer: QqAnswer }
  | { readonly kind: "duplicate"; readonly answer: QqAnswer }
  | { readonly kind: "unsure"; readonly answer: QqAnswer }
  | {
      readonly kind: "refused";
      readonly as: RefusedKind;
      readonly repair?: readonly Repair[];
      /** QQ asks that this one be repeated no more than once. */
      readonly once?: true;
      readonly answer: QqAnswer;
    };
