import { type Level, moreSevere } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { readLevel } from "./read-level.ts";

/** A mark and a word in brackets, as Uptime Kuma writes a state into all its chat messages: `[🔴 Down]`, `[✅ Up]`. */
const marked = /[[【](?:🔴|🟠|🟡|🟢|✅|❌|🚨|⚠️?)\s?([\p{L}\p{N} ]{1,20})[\]】]/u;

/** No state stands further in. */
const maxLength = 300;

/**
 * The level of a chat message that bears a state in its first line, beside the one that was found otherwise: that all is well counts
 * whatever the urgency by which it is told, that it is not makes it more severe at most.
 */
export function levelOfMark(
  texts: readonly (string | undefined)[],
  level: Level | undefined,
  scale: LevelScale = {},
): Level | undefined {
  const found = texts.flatMap((text = "") => {
    const [, word = ""] = marked.exec(text.slice(0, maxLength).split("\n", 1)[0] ?? "") ?? [];
    return readLevel(word, scale) ?? [];
  })[0];
  if (found === undefined || found === "success") return found ?? level;
  return level === undefined ? found : moreSevere(found, level);
}
