import type { Lessons } from "../model/lessons.ts";
import type { Repair } from "../model/outcome.ts";
import { isAboveMarkdown, type Look, mend } from "./repair.ts";

/** What was refused is tried again after a day (ms): rights are granted, domains registered, daily counts begin anew. */
const lasting = 24 * 3_600_000;

/** Repairs that tell of the bot or the target, in the order in which a look takes them. A picture tells of itself alone. */
const taught = [
  "markdown",
  "text",
  "links",
  "keyboard",
  "filler",
  "shorten",
  "everyone",
] as const satisfies readonly Repair[];

/** The lessons with those of a message that QQ took at last; undefined when it took no lesson. */
export function learn(lessons: Lessons, repairs: readonly Repair[], now: number): Lessons | undefined {
  const learnt = taught.filter((repair) => repairs.includes(repair));
  if (learnt.length === 0) return undefined;
  return { ...lessons, ...Object.fromEntries(learnt.map((repair) => [repair, now + lasting])) };
}

/** A first look as the last message that went out taught it, for as long as the lessons hold. */
export function applyLessons(look: Look, lessons: Lessons, now: number): Look {
  const known = taught.filter((repair) => (lessons[repair] ?? 0) > now);
  return { ...known.reduce(begin, look), repairs: look.repairs };
}

/** What a lesson has no bearing on: text is what became of free Markdown, and only links as they are were refused. */
const isOutside = ({ style }: Look, repair: Repair): boolean =>
  (repair === "text" && isAboveMarkdown(style)) || (repair === "links" && style.links !== "keep");

function begin(look: Look, repair: Repair): Look {
  if (repair === "filler") return { ...look, filler: !look.filler };
  return isOutside(look, repair) ? look : (mend(look, [repair]) ?? look);
}
