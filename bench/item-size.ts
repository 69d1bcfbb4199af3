import type { AttributeValue } from "@aws-sdk/client-dynamodb";

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Bytes of an item as DynamoDB counts them: names and values, a number by its digits, and a little for what holds others. */
export const itemSize = (item: Readonly<Record<string, AttributeValue>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytesOf(name) + valueSize(value), 0);

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return bytesOf(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.replace(/\D/g, "").length / 2) + 1;
  if (value.SS) return value.SS.reduce((sum, text) => sum + bytesOf(text), 0);
  if (value.L) return 3 + value.L.reduce((sum, each) => sum + 1 + valueSize(each), 0);
  if (value.M) return 3 + Object.keys(value.M).length + itemSize(value.M);
  return 1;
}
