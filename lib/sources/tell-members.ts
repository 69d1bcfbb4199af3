import { isObject } from "../base/is-object.ts";
import { oneLine } from "./one-line.ts";
import { readWords } from "./generic/read-words.ts";

/** Members are told so deep, and so many. */
const max = { depth: 3, members: 10 };

/**
 * What a body says that has neither title nor text: its members that are words, a line each, `plan.name: Pro`. What is `told` already is
 * left out.
 */
export function tellMembers(body: unknown, told: readonly (string | undefined)[] = []): string {
  const lines = membersOf(body, [], new Set(told), max.members + 1);
  return [...lines.slice(0, max.members), ...(lines.length > max.members ? ["…"] : [])].join("\n");
}

function membersOf(
  value: unknown,
  path: readonly string[],
  told: ReadonlySet<string | undefined>,
  room: number,
): readonly string[] {
  if (!isObject(value) || path.length >= max.depth) return [];
  const lines: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    if (lines.length >= room) break;
    const words = readWords(member);
    const at = [...path, name];
    if (words === undefined) lines.push(...membersOf(member, at, told, room - lines.length));
    else if (!told.has(words)) lines.push(`${oneLine(at.join("."), 100)}: ${oneLine(words.replaceAll("\n", ", "))}`);
  }
  return lines;
}
