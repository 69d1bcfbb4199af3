import type { Level } from "../../model/level.ts";
import { readLevel } from "../level-words.ts";
import { lookUp } from "../look-up.ts";
import { fieldNames } from "./field-names.ts";
import { readWords } from "./read-words.ts";

/** ntfy's priorities: 1 min, 2 low, 3 default, 4 high, 5 urgent. */
const priorities: Readonly<Record<string, Level>> = { 1: "info", 2: "info", 3: "info", 4: "error", 5: "critical" };

/** The level that a value stands for: a level's name or synonym, or an ntfy priority. */
export function levelOf(value: unknown): Level | undefined {
  const words = readWords(value) ?? "";
  return readLevel(words) ?? lookUp(priorities, words);
}

/**
 * The level of a body by its own members. `level` is taken at its word; of the others, a status that says that it is over
 * outweighs how bad it was.
 */
export function findLevel(body: Readonly<Record<string, unknown>>): Level | undefined {
  const said = fieldNames.level.flatMap((name) => {
    const value = lookUp(body, name);
    const level = numbered.has(name) ? levelOf(value) : readLevel(readWords(value) ?? "");
    return level === undefined ? [] : [{ name, level }];
  });
  const over = said.find(({ name, level }) => level === "success" && (name === "status" || name === "state"));
  return said[0]?.name === "level" ? said[0].level : (over ?? said[0])?.level;
}

/** Only these count in ntfy's way; a `status: 1` or a `severity: 1` means something else in every tool. */
const numbered: ReadonlySet<string> = new Set(["level", "priority"]);
