import * as z from "zod";
import { parseJson } from "../read-json.ts";
import { isRefusal } from "../../model/refusal.ts";

/** Whether a text shows anything: signs that turn it around, joiners and control characters alone do not. */
export const isSeen = (value: string): boolean => /[^\s\p{Cc}\p{Cf}]/u.test(value.slice(0, 10_000));

/** A member that a notice can do without: of another type it is none. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(undefined)
  .transform((value) => (value != null && isSeen(value) ? value.trim() : undefined));

export const number = z.number().nullish().catch(undefined);

/** Texts of a list; all else in it, or in its place, is passed over. */
export const texts = z
  .array(z.string().catch(""))
  .nullish()
  .catch(undefined)
  .transform((all) => (all ?? []).filter(isSeen));

/** A time in ISO 8601; undefined for all that is none. */
export const isoTime = text.transform((value) => {
  const time = value === undefined ? undefined : new Date(value);
  return time && time.getTime() > 0 ? time : undefined;
});

/** A JSON text within another; undefined where it is none. */
export function jsonIn(value: string | undefined): unknown {
  const read = value === undefined ? undefined : parseJson(value);
  return read === undefined || isRefusal(read) ? undefined : read.json;
}
