import { lookUp } from "../look-up.ts";
import { fill, type Scope } from "./fill.ts";
import type { Told } from "./preset.ts";

/** A sender's name for what happened, as filters can name it. */
export type EventName = { readonly event: string; readonly action?: string };

const maxLength = 80;

/** `charge.dispute.created` is the event `charge_dispute` with the action `created`, `jira:issue_created` is `issue_created`. */
export function readEvent(scope: Scope): EventName | undefined {
  const said = fill(scope.preset.event, scope)?.replace(/^\w+:/, "").slice(0, maxLength).trim();
  if (!said) return undefined;
  const parts = said.split(".").map((part) => part.replace(/[^\w-]+/g, "_"));
  const action = parts.length > 1 ? parts.at(-1) : undefined;
  const event = (action === undefined ? parts : parts.slice(0, -1)).join("_");
  return { event: event || "event", ...(action && { action }) };
}

/** What a preset says of an event: under its variant, with its action, by its name alone, or of any. */
export function toldOf({ event, action }: EventName, scope: Scope): Told | "silent" {
  const { events, variant, other } = scope.preset;
  const as = fill(variant, scope);
  const names = [...(action === undefined ? [] : [`${event}.${action}`]), event];
  const tried = names.flatMap((name) => (as === undefined ? [name] : [`${name}/${as}`, name]));
  for (const name of tried) {
    const told = lookUp<Told | "silent">(events, name);
    if (told !== undefined) return told;
  }
  return other ?? anyOther;
}

/** A true line of an event that nobody foresaw. */
export const anyOther: Told = { zh: [], en: [] };
