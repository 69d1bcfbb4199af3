import { type Level, moreSevere } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { readLevel } from "./read-level.ts";

/** Words in brackets at a line's start: `[FIRING:1] `, `🔴【严重】[prod]`. */
const start = /^[^\p{L}\p{N}[\]【】]{0,10}(?:[[【][^[\]【】\n]{1,60}[\]】]\s{0,5}){1,4}/u;
const bracket = /[[【]([^[\]【】]+)[\]】]/g;

/** The level that a message says in brackets before its heading; that all is well counts before how bad it was. */
export function levelOfHeading(heading: string | undefined, scale: LevelScale = {}): Level | undefined {
  const [brackets = ""] = start.exec(heading?.trim() ?? "") ?? [];
  const levels = [...brackets.matchAll(bracket)].flatMap(([, word = ""]) => readLevel(word, scale) ?? []);
  if (levels.length === 0) return undefined;
  return levels.includes("success") ? "success" : levels.reduce(moreSevere);
}
