import { levels } from "../model/level.ts";
import type { Notice } from "../model/notice.ts";
import type { Route, RouteEvent } from "../model/route.ts";
import type { Parsed } from "../model/source.ts";
import { capLines, room } from "./cap-lines.ts";
import { httpLink } from "./http-link.ts";
import { oneLine } from "./one-line.ts";

/** A notice in a route's own words; undefined when its `map` says nothing. A throw of `map` is the route's fault. */
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
  return {
    source,
    event: parsed.action === undefined ? parsed.event : `${parsed.event}.${parsed.action}`,
    level: levels.find((known) => known === level) ?? "info",
    title: oneLine(title),
    lines:
      text === ""
        ? []
        : capLines(
            text.split(/\r?\n/).map((line) => oneLine(line)),
            room,
          ).kept,
    at: at.toISOString(),
    ...(link !== undefined && { link }),
    ...(key !== undefined && { key: `${source}/${key}`, replaces: true }),
    ...(image !== undefined && { image }),
  };
}
