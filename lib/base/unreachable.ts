import { isObject } from "./is-object.ts";

/**
 * Ends a `switch` over a union, so that a new kind fails to compile wherever it matters. Should one come all the same (out
 * of the table, after a step back to an older version), the fault names its kind, never what it holds.
 */
export function unreachable(value: never): never {
  const given: unknown = value;
  const { kind, form }: { readonly kind?: unknown; readonly form?: unknown } = isObject(given)
    ? given
    : { kind: given };
  throw new Error(`unreachable: ${String(kind ?? form).slice(0, 40)}`);
}
