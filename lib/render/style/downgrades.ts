import type { Downgrades } from "../../model/downgrades.ts";
import type { Repair } from "../../model/outcome.ts";
import { isAboveMarkdown, type Appearance, repair } from "./repair.ts";
import { day } from "../../base/time.ts";

/** What was refused is tried again after a day (ms): rights are granted, domains registered, daily counts begin anew. */
const lasting = day;

/** Repairs that tell of the bot or the target, in the order in which an appearance takes them. A picture tells of itself alone. */
const lastingRepairs = [
  "markdown",
  "text",
  "links",
  "keyboard",
  "filler",
  "shorten",
  "everyone",
] as const satisfies readonly Repair[];

/** The downgrades with those of a message that QQ took at last; undefined where it took the message as it was. */
export function remember(downgrades: Downgrades, repairs: readonly Repair[], now: number): Downgrades | undefined {
  const remembered = lastingRepairs.filter((repair) => repairs.includes(repair));
  if (remembered.length === 0) return undefined;
  return { ...downgrades, ...Object.fromEntries(remembered.map((repair) => [repair, now + lasting])) };
}

/** A first appearance with the downgrades that the last message needed, for as long as they are remembered. */
export function applyDowngrades(appearance: Appearance, downgrades: Downgrades, now: number): Appearance {
  const known = lastingRepairs.filter((repair) => (downgrades[repair] ?? 0) > now);
  return { ...known.reduce(begin, appearance), repairs: appearance.repairs };
}

/** What a downgrade has no bearing on: text is what became of free Markdown, and only links as they are were refused. */
const isOutside = ({ style }: Appearance, downgrade: Repair): boolean =>
  (downgrade === "text" && isAboveMarkdown(style)) || (downgrade === "links" && style.links !== "keep");

function begin(appearance: Appearance, downgrade: Repair): Appearance {
  if (downgrade === "filler") return { ...appearance, filler: !appearance.filler };
  return isOutside(appearance, downgrade) ? appearance : (repair(appearance, [downgrade]) ?? appearance);
}
