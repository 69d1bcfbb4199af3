import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** What the table's items hold: JSON-like values, and sets of strings. */
export type Value =
  | string
  | number
  | boolean
  | null
  | ReadonlySet<string>
  | readonly Value[]
  | { readonly [key: string]: Value | undefined };

export type Item = { readonly [key: string]: Value | undefined };

/** A value in DynamoDB's wire form; undefined members of objects are left out. */
export function toAttribute(value: Value): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (value instanceof Set) return { SS: [...value] };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  return { M: toItem(value as Item) };
}

export const toItem = (item: Item): Record<string, AttributeValue> =>
  Object.fromEntries(
    Object.entries(item).flatMap(([key, value]) => (value === undefined ? [] : [[key, toAttribute(value)]])),
  );

/** The value of a wire form; kinds that this table never writes are a fault. */
function fromAttribute(attribute: AttributeValue): Value {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  if (attribute.SS !== undefined) return new Set(attribute.SS);
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
  if (attribute.M !== undefined) return fromItem(attribute.M);
  throw new Error(`the table holds an attribute of a kind it never writes: ${Object.keys(attribute).join()}`);
}

export const fromItem = (item: Readonly<Record<string, AttributeValue>>): Item =>
  Object.fromEntries(Object.entries(item).map(([key, value]) => [key, fromAttribute(value)]));

/** A value that the table holds as a text; empty for any other. */
export const textOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");
