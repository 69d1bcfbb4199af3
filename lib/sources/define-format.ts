import type { Format } from "../model/source.ts";
import "./kit.ts";

/**
 * Erases the body's type, so that one registry can hold every format. The cast is safe because the relay hands `map` only
 * what `parse` of the same format returned.
 */
export const defineFormat = <Body>(format: Format<Body>): Format => format as Format;

/** Reached by way of here, so that it comes with what all formats share, and not as a file of its own. */
export { mapByRoute } from "./map-by-route.ts";
