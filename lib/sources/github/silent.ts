import { defineEvent } from "./event.ts";
import { Envelope } from "./fields.ts";

/** An event that never says anything: a ping, or another event's double. */
export const silent = defineEvent({ schema: Envelope, map: () => undefined });
