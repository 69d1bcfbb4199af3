import { cutToFit } from "../../lib/base/cut-to-fit.ts";
import type { Entry } from "../../lib/render/page/entry.ts";

/** A title that has little room is cut, but never to less than so much (characters). */
const leastTitle = 12;

/** The beginning of a title, which no cut takes away. */
const beginningOf = ({ block: { title } }: Entry): string =>
  cutToFit(title, (text) => text.length <= leastTitle).replace(/…$/, "");

/**
 * Which entries a message's text shows, seen by its words alone: a line with the title, and with the number where several are
 * summed. A line shows one entry: of some that read the same, as many are shown as there are lines.
 */
export function shownIn(text: string, entries: readonly Entry[]): readonly Entry[] {
  const lines = new Set(text.split("\n").entries());
  return entries.filter((entry) => {
    const { suffix } = entry.block;
    const found = [...lines].find(([, line]) => line.includes(beginningOf(entry)) && line.includes(suffix));
    if (found) lines.delete(found);
    return found !== undefined;
  });
}
