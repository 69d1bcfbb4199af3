import type { LevelScale } from "../../model/level-scale.ts";
import { levelOfHeading } from "../levels/level-of-heading.ts";
import type { Card } from "./card.ts";

/** A part of a message with the level that its heading says in brackets, which counts before that of its colours. */
export function withHeadingLevel(card: Card, scale: LevelScale | undefined): Card {
  const heading = card.title ?? card.told.flatMap(({ lines }) => lines).find((line) => line.trim() !== "");
  return { ...card, level: levelOfHeading(heading, scale) ?? card.level };
}
