import type { Told } from "../markup/told.ts";
import type { Card } from "./card.ts";

const bare = (text: string): string => text.replace(/[\s#*]+/g, "").toLowerCase();

/** A title that its chat shows nowhere but before the message is opened, and the text, whose first line mostly repeats it. */
export function readTitled(heading: string | undefined, told: Told): Pick<Card, "title" | "told"> {
  const title = heading?.trim() || undefined;
  const at = told.lines.findIndex((line) => line.trim() !== "");
  const first = told.lines[at];
  if (title === undefined || first === undefined) return { title, told: [told] };
  const [wanted, found] = [bare(title), bare(first)];
  if (wanted === "" || found.endsWith(wanted)) return { title: undefined, told: [told] };
  const isRepeated = found !== "" && wanted.endsWith(found);
  return { title, told: [isRepeated ? { ...told, lines: told.lines.slice(at + 1) } : told] };
}
