import type { Level } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";

/** `{EVENT.NSEVERITY}`: not classified, information, warning, average, high, disaster. */
const levels = {
  0: "info",
  1: "info",
  2: "warning",
  3: "warning",
  4: "error",
  5: "critical",
} as const satisfies Readonly<Record<number, Level>>;

/** How bad it is: by the route's own words, or the number, which no installation can rename, or else the name. */
export function levelOf(number: string | undefined, name: string | undefined, scale: LevelScale = {}): Level {
  const own = name === undefined ? undefined : lookUp(scale, name);
  const level = own ?? lookUp<Level>(levels, number) ?? readLevel(name ?? "", scale) ?? "warning";
  return level === "success" ? "info" : level;
}
