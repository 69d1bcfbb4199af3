import type { QqEvent } from "../../model/qq-event.ts";
import type { Anchor } from "../../model/permit.ts";
import type { Json } from "../read-body.ts";

/** What an event tells, apart from its name and time. */
export type EventFacts = Omit<QqEvent, "type" | "at">;

/**
 * Reads `d` of one kind of event; undefined when it tells the relay nothing. `event` is what a reply to the event itself
 * names: the envelope's id, where QQ gave one.
 */
export type EventReader = (d: Json, event: Anchor | undefined) => EventFacts | undefined;
