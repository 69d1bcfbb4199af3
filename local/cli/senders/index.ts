import { clouds } from "./clouds.ts";
import { forges } from "./forges.ts";
import { monitors } from "./monitors.ts";
import { presets } from "./presets.ts";
import { robots } from "./robots.ts";
import { servers } from "./servers.ts";

/**
 * How each source's sender is set up. A source more is an entry more; its addresses come of its proofs, unless its tools have forms of their
 * own.
 */
export const senders = { ...forges, ...monitors, ...clouds, ...robots, ...servers, ...presets };
