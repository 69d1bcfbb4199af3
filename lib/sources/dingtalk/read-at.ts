import { member } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";

/** Whom a message calls: everybody, or people whose marks in its text (`@138…`) are drawn as names by DingTalk and mean nothing here. */
export type At = { readonly isAll: boolean; readonly withoutMarks: (text: string) => string };

const lists = ["atMobiles", "atUserIds", "atDingtalkIds"];
const mark = /@([\w.+$-]{1,64})[ \t]?/g;

/** Reads a message's `at`. */
export function readAt(at: unknown): At {
  const called = new Set(
    lists.flatMap((name) => [member(at, name)].flat().flatMap((id) => textOf(id)?.split(",") ?? [])),
  );
  return {
    isAll: ["true", "1"].includes(textOf(member(at, "isAtAll"))?.toLowerCase() ?? ""),
    withoutMarks: (text) => text.replace(mark, (whole, id: string) => (called.has(id) ? "" : whole)),
  };
}
