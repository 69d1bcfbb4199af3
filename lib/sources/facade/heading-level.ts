import type { LevelScale } from "../../model/level-scale.ts";
import { levelOfHeading } from "../levels/level-of-heading.ts";
import type { Card } from "./card.ts";

/** Parts of a message, the first with the level that its heading says in brackets: that counts before its colours. */
export function withHeadingLevel(cards: readonly Card[], scale: LevelScale | undefined): readonly Card[] {
  const [first, ...others] = cards;
  if (first === undefined) return cards;
  const heading = first.title ?? first.told.flatMap(({ lines }) => lines).find((line) => line.trim() !== "");
  return [{ ...first, level: levelOfHeading(heading, scale) ?? first.level }, ...others];
}
