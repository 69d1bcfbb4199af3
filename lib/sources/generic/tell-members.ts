import { isObject } from "../../base/is-object.ts";
import { readWords } from "./read-words.ts";

/** Members are told so deep, and so many. */
const max = { depth: 3, members: 20 };

/** What a body says that has neither title nor text: its members that are words, a line each, `plan.name: Pro`. */
export const tellMembers = (body: unknown): string => membersOf(body, [], max.members).join("\n");

function membersOf(value: unknown, path: readonly string[], room: number): readonly string[] {
  if (!isObject(value) || path.length >= max.depth) return [];
  const lines: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    if (lines.length >= room) break;
    const words = readWords(member);
    const at = [...path, name];
    if (words === undefined) lines.push(...membersOf(member, at, room - lines.length));
    else lines.push(`${at.join(".")}: ${words.replaceAll("\n", ", ")}`);
  }
  return lines;
}
