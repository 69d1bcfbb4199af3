/** What the table's items hold: JSON-like values, and sets of texts, which are attributes themselves and never empty. */
export type Value =
  | string
  | number
  | boolean
  | null
  | ReadonlySet<string>
  | readonly Value[]
  | { readonly [key: string]: Value | undefined };

export type Item = { readonly [key: string]: Value | undefined };

/** A value that the table holds as a text; empty for any other. */
export const textOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");

/** A value that the table holds as an object with named members. */
export const isMap = (value: Value | undefined): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Set);
