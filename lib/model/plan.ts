import type { Claim } from "./claim.ts";
import type { Delivery } from "./delivery.ts";
import type { Anchor, Push } from "./permit.ts";
import type { TargetState } from "./standing.ts";

/** What a send is to go out by. `repeat` is the very send of a claim whose end nobody saw. */
export type By =
  | { readonly kind: "repeat"; readonly claim: Claim }
  | { readonly kind: "reply"; readonly anchor: Anchor; readonly times: number | undefined; readonly seq?: number }
  | Push;

/** One message to be sent; several deliveries are told together, answers to commands first, then the severest. */
export type Send = {
  readonly deliveries: readonly Delivery[];
  readonly by: By;
  /** It takes the period's last proactive message, and says so: the rest will wait for someone to speak. */
  readonly last?: true;
  /** It is the first push of the conversation's life where pushes are rare, and says how to get the rest. */
  readonly first?: true;
  /** It tells as many as one message may, and more would go. */
  readonly leaves?: true;
};

/** A delivery that ends without a send. */
export type Finish = {
  readonly delivery: Delivery;
  readonly state: "expired" | "folded" | "unsure";
  readonly note: string;
  /** The newer delivery that tells it too. */
  readonly into?: Delivery;
};

export type Spill = { readonly delivery: Delivery; readonly to: string };

/** What can be done now for one target, and when (ms) to look again if nothing wakes it before. */
export type Plan = {
  readonly finish: readonly Finish[];
  readonly sends: readonly Send[];
  /** Until when (ms) the first of the messages that could go now waits for more of its act. */
  readonly settles?: number;
  /** What the target is to remember of acts that were told, where that changes. */
  readonly acts?: TargetState["acts"];
  /** Deliveries that waited too long here and go on by another route. */
  readonly spills: readonly Spill[];
  readonly next?: number;
};
