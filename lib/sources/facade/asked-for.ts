import type { Inbound } from "../../model/inbound.ts";

/** The last segment of a request's path, as it came: what clients call a method or an action. */
export const lastSegment = ({ path }: Pick<Inbound, "path">): string =>
  /([^/]*)\/?$/.exec(path.slice(-200))?.[1] ?? "";
