import type { DeliveryState, ListedDelivery } from "../api/calls.ts";

/** States as people ask for them: what still waits, what people were told, what they may not have been. */
export const stateGroups = {
  waiting: ["pending", "in-audit"],
  told: ["sent", "counted", "folded", "spilled"],
  untold: ["failed", "expired", "unsure"],
} as const satisfies Record<string, readonly DeliveryState[]>;

export type StateGroup = keyof typeof stateGroups;

/** Which deliveries are to be seen; what is left out does not matter. */
export type Filter = {
  readonly state?: StateGroup;
  readonly route?: string;
  readonly target?: string;
  /** In a title, an id or QQ's id of the message, in any case. */
  readonly text?: string;
};

export const isStateGroup = (text: string): text is StateGroup => Object.hasOwn(stateGroups, text);

export const isFiltered = (filter: Filter): boolean => Object.values(filter).some((value) => value !== undefined);

/** Whether a delivery is among those that are to be seen. */
export function fitsFilter(delivery: ListedDelivery, { state, route, target, text = "" }: Filter): boolean {
  const words = text.trim().toLowerCase();
  const states: readonly DeliveryState[] | undefined = state && stateGroups[state];
  return (
    (states === undefined || states.includes(delivery.state)) &&
    (route === undefined || delivery.route === route) &&
    (target === undefined || delivery.target === target) &&
    (words === "" ||
      [delivery.title, delivery.id, delivery.messageId].some((each) => each?.toLowerCase().includes(words)))
  );
}

/** What the relay is asked for to see them; the text it does not know. */
export const requestOf = ({ state, route, target }: Filter) => ({
  ...(state !== undefined && { states: [...stateGroups[state]] }),
  ...(route !== undefined && { route }),
  ...(target !== undefined && { target }),
});
