import { type Level, moreSevere } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { lookUp } from "../look-up.ts";
import { levelOfWord } from "./words.ts";

/** In characters: a longer text is no word for a level. */
const maxLength = 60;

/** Marks, brackets and spaces around a word: `🔴 [Critical] `. */
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Between two words that say one level twice: `P1 - Critical`, `级别：严重`. A bare hyphen parts none: `non-critical`. */
const between = /\s+[-–—]\s+|[:：/|()（）[\]【】]/u;

/** Chinese words that only say that it is a level, or an alert. */
const ending = /(?:告警|报警|警报|级别|等级|事件|状态|级)$/u;

/**
 * The level that a sender's word stands for: by the route's own scale, or else a known word, however it is cased, spaced or
 * marked.
 */
export function readLevel(word: string, scale: LevelScale = {}): Level | undefined {
  if (word.length > maxLength) return undefined;
  const said = word.normalize("NFKC").trim();
  const own = lookUp(scale, said) ?? lookUp(lowered(scale), said.toLowerCase());
  if (own !== undefined) return own;
  const known = [said, ...said.split(between)].flatMap((part) => levelOf(part) ?? []);
  return known.length > 0 ? known.reduce(moreSevere) : undefined;
}

const lowered = (scale: LevelScale): LevelScale =>
  Object.fromEntries(
    Object.entries(scale).map(([word, level]) => [word.normalize("NFKC").trim().toLowerCase(), level]),
  );

function levelOf(text: string): Level | undefined {
  const word = text
    .replace(edges, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, "");
  return levelOfWord.get(word) ?? levelOfWord.get(word.replace(ending, ""));
}
