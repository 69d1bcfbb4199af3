import type { RootCall } from "../../model/dialect.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRouteId } from "../../model/route-id.ts";

/** Which route a call to a host's root means, what of it is the secret, and what the client appended. */
export type CalledRoot = { readonly id: string; readonly key?: string; readonly rest: readonly string[] };

/** A field of a body, as the caller can read it. */
type ReadField = (name: string) => string | undefined;

type Named = Pick<CalledRoot, "id" | "key">;

/** What a value names, by how it does. Of the routes that it begins with, where nothing stands between, the longest. */
function readNamed(value: string, as: RootCall["as"], ids: readonly string[]): Named | undefined {
  if (as === "topic") return isRouteId(value) ? { id: value } : undefined;
  if (as === "joined") {
    const [id] = ids.filter((each) => value.startsWith(each)).toSorted((a, b) => b.length - a.length);
    return id === undefined || id === value ? undefined : { id, key: value.slice(id.length) };
  }
  const dot = value.indexOf(".");
  const id = value.slice(0, dot);
  return dot > 0 && isRouteId(id) ? { id, key: value.slice(dot + 1) } : undefined;
}

/**
 * Reads a call of a client that loses the path of the address it was given, and so names the route where it has its credential:
 * `<route>.<secret>`, or as a topic. Undefined where it is none. `ids` are the routes that it may mean.
 */
export function readRootCall(
  { path, named, as }: RootCall,
  segments: readonly string[],
  inbound: Inbound,
  readField: ReadField,
  ids: readonly string[] = [],
): CalledRoot | undefined {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.length !== segments.length) return undefined;
  if (!parts.every((part, at) => part.startsWith(":") || part === segments[at])) return undefined;
  const value = named ? valueOf(named, inbound, readField) : segments[parts.indexOf(":key")];
  const rest = segments.filter((_, at) => parts[at] !== ":key" && parts[at] !== ":route");
  if (value === undefined) return undefined;
  const route = segments[parts.indexOf(":route")];
  if (route !== undefined) return isRouteId(route) ? { id: route, key: value, rest } : undefined;
  const read = readNamed(value, as, ids);
  return read && { ...read, rest };
}

function valueOf(
  named: NonNullable<RootCall["named"]>,
  { query, headers }: Inbound,
  readField: ReadField,
): string | undefined {
  if ("query" in named) return query[named.query];
  return "header" in named ? headers[named.header.toLowerCase()]?.replace(/^Bearer +/i, "") : readField(named.field);
}
