/** What is sent back with a reply: `msg_id` of a user's message or `event_id` of an event. */
export type Anchor = { readonly kind: "msg" | "event"; readonly id: string };

/** A proactive message; a wake-up message is one that the user's last chat allows (QQ, c2c only), and no push counts. */
export type Push = { readonly kind: "proactive"; readonly wakeup?: true };

/**
 * What allows a send. A reply holds its place in a window: `seq` is the `msg_seq` that QQ deduplicates by (v2 scenes),
 * and the same number goes out on every retry. A proactive send has spent quota.
 */
export type Permit = { readonly kind: "reply"; readonly anchor: Anchor; readonly seq: number } | Push;
