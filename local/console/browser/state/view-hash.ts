import { type Filter, isStateGroup } from "./filter.ts";

export const panes = ["deliveries", "conversation", "playground"] as const;

export type Pane = (typeof panes)[number];

/** What of the console an address brings back: the filter, the conversation in the middle, and on a phone which pane. */
export type View = { readonly filter: Filter; readonly conversation?: string; readonly pane: Pane };

const isPane = (text: string | null): text is Pane => panes.some((pane) => pane === text);

/** Reads what `writeHash` wrote; what is not of it is left out. */
export function readHash(hash: string): View {
  const told = new URLSearchParams(hash.replace(/^#/, ""));
  const text = (name: string): string | undefined => told.get(name) || undefined;
  const [state, route, target, words] = [text("state"), text("route"), text("to"), text("q")];
  const [conversation, pane] = [text("at"), told.get("pane")];
  return {
    filter: {
      ...(state !== undefined && isStateGroup(state) && { state }),
      ...(route !== undefined && { route }),
      ...(target !== undefined && { target }),
      ...(words !== undefined && { text: words }),
    },
    ...(conversation !== undefined && { conversation }),
    pane: isPane(pane) ? pane : "deliveries",
  };
}

/** A view as the part of an address behind `#`; empty for that of the beginning. */
export function writeHash({ filter, conversation, pane }: View): string {
  const told = Object.entries({
    state: filter.state,
    route: filter.route,
    to: filter.target,
    q: filter.text,
    at: conversation,
    pane: pane === "deliveries" ? undefined : pane,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  return new URLSearchParams(told).toString();
}
