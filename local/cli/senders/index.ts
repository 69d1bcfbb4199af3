import { robots } from "./robots.ts";
import { servers } from "./servers.ts";
import { webhooks } from "./webhooks.ts";

/** How each source's sender is set up. A source more is an entry more; the addresses come of its proofs unless its tools have forms of their own. */
export const senders = { ...webhooks, ...robots, ...servers };
