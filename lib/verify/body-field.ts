import { topFields } from "../base/top-fields.ts";
import type { Inbound } from "../model/inbound.ts";

/** A body this long (bytes) carries no credential that anyone would look for. */
const maxBytes = 256 * 1_024;

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;

type Sent = Pick<Inbound, "body" | "headers">;

/** Reads top-level texts of a body, for nothing but a proof; undefined where there is none. The body is read when first asked. */
export function bodyFields(inbound: Sent, read = textOf): (name: string) => string | undefined {
  let fields: ReadonlyMap<string, unknown> | undefined;
  return (name) => {
    fields ??= topFields(inbound, maxBytes);
    return read(fields.get(name));
  };
}

/** The same, of a list its first: what names one of several is no proof. */
export const firstBodyFields = (inbound: Sent): ReturnType<typeof bodyFields> =>
  bodyFields(inbound, (value) => textOf([value].flat()[0]));

/** One top-level text of a body. */
export const readBodyField = (inbound: Sent, name: string): string | undefined => bodyFields(inbound)(name);

/** The texts of a top-level list. */
export const listBodyField = (inbound: Sent, name: string): readonly string[] =>
  [topFields(inbound, maxBytes).get(name)].flat().flatMap((value) => textOf(value) ?? []);
