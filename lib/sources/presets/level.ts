import type { LevelScale } from "../../model/level-scale.ts";
import type { FoundLevel } from "../generic/find-level.ts";
import { readLevel } from "../levels/read-level.ts";
import { fill, type Scope } from "./fill.ts";
import type { Look, Told } from "./preset.ts";

/** The level of what is told: its own, that of the sender's first word that is known, or `success` for what ends. */
export function levelOf({ level: own, is }: Told, scope: Scope, scale: LevelScale = {}): FoundLevel {
  const level: Look["level"] = own ?? (is === "end" ? "success" : scope.preset.level);
  if (level === undefined) return { level: "info" };
  if (typeof level === "string") return { level };
  const all = { ...scope.preset.levels, ...scale };
  const said = level.flatMap((template) => fill(template, scope) ?? []);
  const [known] = said.map((word) => readLevel(word, all)).filter((each) => each !== undefined);
  if (known !== undefined) return { level: known };
  return said[0] === undefined ? {} : { unknown: said[0] };
}
