import { isObject } from "../base/is-object.ts";

/** An answer as it came over HTTP. Header names in any case. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
};

export type Json = Readonly<Record<string, unknown>>;

/**
 * What a body is: a JSON object, nothing, or something that QQ's API never writes (its front proxy answers 502, 503 and
 * 504 with HTML). Whole numbers beyond 2^53 are kept as their digits: ids may be such numbers.
 */
export function readBody(
  text: string,
): { readonly kind: "json"; readonly json: Json } | { readonly kind: "empty" | "foreign" } {
  if (text.trim() === "") return { kind: "empty" };
  try {
    const json: unknown = JSON.parse(text, keepDigits);
    return isObject(json) ? { kind: "json", json } : { kind: "foreign" };
  } catch {
    return { kind: "foreign" };
  }
}

/** A member that should be an object, empty when it is none. */
export const partOf = (value: unknown): Json => (isObject(value) ? value : {});

const keepDigits = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? "")
    ? context?.source
    : value;

/** An id, as text; undefined when there is none. */
export const readId = (value: unknown): string | undefined =>
  typeof value === "number" || (typeof value === "string" && value !== "") ? String(value) : undefined;
