import { type Level, moreSevere } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { levelOfColor } from "./level-of-color.ts";

/** In characters: no more of a text is looked at, as of its markup. */
const maxLength = 8_000;

const firstLineOf = (text: string): string => text.slice(0, maxLength).trimStart().split("\n", 1).join("");

const font = /<font\s[^<>]{0,100}?color\s*=\s*["']?([#\w]{1,30})/gi;

/**
 * The severest level that colours in a text's first line stand for: `<font color="red">`. Further down they are but emphasis, as in
 * lists of news.
 */
export function levelOfFonts(text: string, scale: LevelScale = {}): Level | undefined {
  const levels = [...firstLineOf(text).matchAll(font)].flatMap(([, color]) => levelOfColor(color, scale) ?? []);
  return levels.length > 0 ? levels.reduce(moreSevere) : undefined;
}
