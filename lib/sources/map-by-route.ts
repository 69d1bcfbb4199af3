import { levels } from "../model/level.ts";
import type { Notice } from "../model/notice.ts";
import type { Route, RouteEvent } from "../model/route.ts";
import type { Parsed } from "../model/source.ts";
import { capLines, room } from "./cap-lines.ts";
import { httpLink } from "./http-link.ts";
import { oneLine } from "./one-line.ts";
import { readImage } from "./read-image.ts";
import { shortKey } from "./short-key.ts";

/** Of a text, no more than so many characters are looked at. */
const maxLength = 100_000;

/**
 * A notice in a route's own words, held to what a notice may hold; undefined when its `map` says nothing. A throw of
 * `map` is the route's fault.
 */
export function mapByRoute(
  map: NonNullable<Route["map"]>,
  parsed: Parsed,
  { source }: Pick<Route, "source">,
  at: Date,
): Notice | undefined {
  const event: RouteEvent = parsed;
  const mapped = map(event);
  if (!mapped) return undefined;
  const { title, text = "", level, key, image } = mapped;
  if (typeof title !== "string")
    throw new TypeError("a route's map must answer { title, … } or undefined, and not async");
  const link = httpLink(mapped.link);
  const picture = readImage(image);
  return {
    source,
    event: oneLine(parsed.action === undefined ? parsed.event : `${parsed.event}.${parsed.action}`, 120),
    level: levels.find((known) => known === level) ?? "info",
    title: oneLine(title),
    lines:
      text === ""
        ? []
        : capLines(
            text
              .slice(0, maxLength)
              .split(/\r?\n/)
              .map((line) => oneLine(line)),
            room,
          ).kept,
    at: at.toISOString(),
    ...(link !== undefined && { link }),
    ...(key !== undefined && { key: `${source}/${shortKey(key)}`, replaces: true }),
    ...(picture !== undefined && { image: picture }),
  };
}
