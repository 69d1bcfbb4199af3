import type { Inbound } from "../../model/inbound.ts";
import { textOf } from "./text-of.ts";

/**
 * The conversation that a request names where its vendor has keys of phones (one, a list, or several with commas). Only where the
 * route's secret stands elsewhere, in the address: else the key is the secret itself.
 */
export function chatOf({ key, query }: Inbound, named: unknown): string | undefined {
  const secrets = [key, query["key"]].filter((secret) => secret !== undefined);
  if (secrets.length === 0) return undefined;
  const names = [named].flat().flatMap((each) => textOf(each)?.split(",") ?? []);
  const others = names.filter((name) => name !== "" && !secrets.some((secret) => name.endsWith(secret)));
  return others.length > 0 ? others.join(",") : undefined;
}
