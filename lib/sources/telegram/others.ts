import { jsonIn } from "../facade/json-in.ts";
import { textOf } from "../facade/text-of.ts";
import { member } from "../facade/members.ts";
import type { Told } from "../markup/told.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Texts of some fields that say anything, on one line. */
const join = (fields: Fields, names: readonly string[], between: string): string =>
  names.flatMap((name) => textOf(fields[name])?.trim() || []).join(between);

const line = (sign: string, words: string): readonly string[] => (words === "" ? [] : [`${sign} ${words}`]);

/** A poll's question and answers, each a text or an object with one. */
function pollOf({ question, options }: Fields): readonly string[] {
  const words = textOf(question)?.trim() ?? "";
  const answers = words === "" ? [] : [jsonIn(options)].flat();
  return [...line("📊", words), ...answers.flatMap((each) => textOf(member(each, "text") ?? each) ?? [])];
}

/** What is neither text nor media: places, people, polls, dice. */
export function readOthers(fields: Fields): readonly Told[] {
  const isPlace = textOf(fields["latitude"]) !== undefined;
  const place = join(fields, ["title", "address"], " · ") || join(fields, ["latitude", "longitude"], ", ");
  const lines = [
    ...(isPlace ? line("📍", place) : []),
    ...line("👤", join(fields, ["first_name", "last_name", "phone_number"], " ")),
    ...pollOf(fields),
    ...(textOf(fields["text"]) === undefined ? line("", join(fields, ["emoji"], "")) : []),
  ];
  return lines.length === 0 ? [] : [{ lines }];
}
