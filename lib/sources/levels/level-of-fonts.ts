import { type Level, moreSevere } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { levelOfColor } from "./level-of-color.ts";

/** In characters: no more of a text is looked at, as of its markup. */
const maxLength = 8_000;

const font = /<font\s[^<>]{0,100}?color\s*=\s*["']?([#\w]{1,30})/gi;

/** The severest level that the colours of a text's words stand for: `<font color="red">`. */
export function levelOfFonts(text: string, scale: LevelScale = {}): Level | undefined {
  const levels = [...text.slice(0, maxLength).matchAll(font)].flatMap(([, color]) => levelOfColor(color, scale) ?? []);
  return levels.length > 0 ? levels.reduce(moreSevere) : undefined;
}
