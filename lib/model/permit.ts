/** What is sent back with a reply: `msg_id` of a user's message or `event_id` of an event. */
export type Anchor = { readonly kind: "msg" | "event"; readonly id: string };

/**
 * What allows a send. A reply holds its place in a window: `seq` is the `msg_seq` that QQ deduplicates by (v2 scenes),
 * and the same number goes out on every retry. A proactive send has spent quota.
 */
export type Permit =
  | { readonly kind: "reply"; readonly anchor: Anchor; readonly seq: number }
  | { readonly kind: "proactive" };
