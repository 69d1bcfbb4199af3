import type { Delivery, DeliveryState } from "./delivery.ts";
import type { Notice } from "./notice.ts";
import type { TargetState } from "./standing.ts";

/** How one delivery is left after a send or without one. A field that is undefined is removed or left out. */
export type Settlement = {
  readonly id: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly claim?: string | undefined;
  readonly tried?: Delivery["tried"];
  readonly notBefore?: number;
  readonly waitsFrom?: number;
  readonly permit?: Delivery["permit"];
  readonly last?: Delivery["last"];
  readonly folded?: number;
  /** Its notice, where others of its act were folded into it. */
  readonly notice?: Notice;
  readonly severest?: Delivery["severest"];
  readonly messageId?: string;
  readonly auditId?: string;
  readonly told?: Delivery["told"];
  readonly maxTogether?: number;
  /** The state that it is left from, where that is not `pending`; with `auditId` only from that audit. */
  readonly from?: "in-audit";
  /** Of a counted one: its place among those that the same digest counted. */
  readonly place?: number;
};

/** What a pass learnt of a target: `undefined` leaves a field, `null` removes it. */
export type StateChange = {
  readonly [Field in keyof TargetState]?: TargetState[Field] | null;
} & {
  /** The claim of the last proactive send, which is settled. */
  readonly claim?: null;
};
