/** A value as text where it is one, or a number or a truth that stands for one; undefined for all else. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
