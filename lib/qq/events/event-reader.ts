import type { Heard } from "../../model/heard.ts";
import type { Anchor } from "../../model/permit.ts";
import type { Json } from "../read-body.ts";

/** What an event tells, apart from its name and time. */
export type Told = Omit<Heard, "type" | "at">;

/**
 * Reads `d` of one kind of event; undefined when it tells the relay nothing. `event` is what a reply to the event itself
 * names: the envelope's id, where QQ gave one.
 */
export type EventReader = (d: Json, event: Anchor | undefined) => Told | undefined;
