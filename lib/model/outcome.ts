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
 * Kinds of refusal by what they say. What each asks of us is data: `reactions` in `policy/outcome`, and the ladder there
 * for pictures.
 *
 * again – not delivered, a passing fault · media – the media step failed · rate – too fast · quota – the period is used up ·
 * window – the anchor is too old or used up · anchor – the anchor is wrong or not allowed · denied – the target takes no
 * proactive messages · gone – the target no longer exists or the bot is not in it · muted – the bot or the group is muted ·
 * fix – the content can be repaired · wakeup-used – the period's wake-up
 * message is sent · wakeup-off – the user takes none · dead – the content is refused for good, or malformed · config – credentials, permission
 * or path of the whole bot · auth – the access token · gateway – QQ wants a gateway connection.
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
  "wakeup-used",
  "wakeup-off",
  "fix",
  "dead",
  "config",
  "auth",
  "gateway",
] as const;

export type RefusedKind = (typeof refusedKinds)[number];

/** Whose quota is used up, where it is not the target's own. `night`: QQ takes nothing at this time of day. */
export type SharedQuota = "guild" | "bot" | "night";

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
      /** Of kind `quota`; without it the target's own. */
      readonly of?: SharedQuota;
      readonly answer: QqAnswer;
    };
