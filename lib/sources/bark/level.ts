import type { Level } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { raiseLevel } from "../levels/raise-level.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";

/** How iOS is to interrupt. `timeSensitive` is what several tools send with all they say, a sign-in that went well too. */
const named = { critical: "critical", timesensitive: "warning", active: "info", passive: "info" } as const;

type Found = { readonly level?: Level; readonly unknownLevel?: string };

/** The level of a message by its `level`; one that rings until it is answered (`call`) is a step higher. */
export function levelOf(word: string, call: string | undefined, scale: LevelScale = {}): Found {
  const level = readLevel(word, scale) ?? lookUp<Level>(named, word.trim().toLowerCase());
  const raised = call === "1" ? raiseLevel(level) : level;
  return {
    ...(raised !== undefined && { level: raised }),
    ...(level === undefined && word.trim() !== "" && { unknownLevel: word }),
  };
}
