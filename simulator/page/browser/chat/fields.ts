/** An object of a foreign body. */
export type Fields = Readonly<Record<string, unknown>>;

/** A value as an object; anything else is an empty one. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** A field as text: numbers too, as ids come; undefined for all else, and for nothing. */
export function textAt(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A field as a list; anything else is an empty one. */
export function listAt(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  return Array.isArray(value) ? value : [];
}

/** Whether a field is an object that holds anything. */
export const isGiven = (fields: Fields, name: string): boolean => Object.keys(fieldsOf(fields[name])).length > 0;
