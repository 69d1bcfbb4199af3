/** An object with named members, as configuration and JSON write them: neither a list nor null. */
export const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
