import type { Inbound } from "../../model/inbound.ts";

/** Which fields the segments after the key are, by how many there are. */
const names = [[], ["body"], ["title", "body"], ["title", "subtitle", "body"]] as const;

/** A segment as Bark's server decodes it: a plus is a space, as in a query. */
function decode(raw: string, segment: string): string {
  try {
    return decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    return segment;
  }
}

/** The fields that stand in the path of a message, after its key. `POST /push` has none. */
export function pathWords({ method, path, rest = [] }: Inbound): Readonly<Record<string, string>> {
  if (rest.length === 0 || (method === "POST" && rest.length === 1 && rest[0] === "push")) return {};
  const raw = path
    .split("/")
    .filter((segment) => segment !== "")
    .slice(-rest.length);
  return Object.fromEntries(
    (names[rest.length] ?? []).map((name, at) => [name, decode(raw[at] ?? "", rest[at] ?? "")]),
  );
}
