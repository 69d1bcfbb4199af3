import { isObject } from "../../base/is-object.ts";
import { jsonIn } from "../facade/json-in.ts";
import { objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { readCq, type Segment } from "../markup/read-cq.ts";

/** Of so many no more than the beginning is told. */
const maxSegments = 5_000;

/** How a text begins that is a segment's JSON, or that of several. */
const json = /^\s*(?:\[\s*)?\{\s*"(?:type|data)"/;

/** The segments of a message: a list of them, one alone, the same as a text of JSON (in a form), or a text with CQ codes. */
export function segmentsOf(message: unknown, isPlain = false): readonly Segment[] {
  const text = textOf(message);
  if (isPlain && text !== undefined) return [{ type: "text", data: { text } }];
  const read = text !== undefined && json.test(text) ? jsonIn(text) : message;
  return textOf(read) === undefined ? objectsOf(read).slice(0, maxSegments).map(segmentOf) : readCq(text ?? "");
}

const segmentOf = ({ type, data }: Readonly<Record<string, unknown>>): Segment => ({
  type: textOf(type) ?? "",
  data: isObject(data) ? data : {},
});
