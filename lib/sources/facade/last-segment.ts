import type { Inbound } from "../../model/inbound.ts";

/** What clients call a method or an action: the last segment behind the route's address, or of the path where none is known yet. */
export const lastSegment = ({ path, rest }: Pick<Inbound, "path" | "rest">): string =>
  rest ? (rest.at(-1) ?? "") : (/([^/]*)\/?$/.exec(path.slice(-200))?.[1] ?? "");
