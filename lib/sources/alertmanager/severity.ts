import { type Level, moreSevere } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { numbers } from "../levels/numbers.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";
import type { Alert } from "./body.ts";

/** Labels that say how bad an alert is. */
export const severityLabels: readonly string[] = ["severity", "level", "priority"];

/** An alert's own word for how bad it is, and the level that it stands for where that is known. */
export type Severity = { readonly word: string; readonly level: Level | undefined };

/** The first of the labels that is understood, or else the first that says anything; an empty word where none does. */
export function severityOf({ labels }: Pick<Alert, "labels">, scale: LevelScale = {}): Severity {
  const said = severityLabels.flatMap((label) => {
    const word = (labels[label] ?? "").trim();
    return word === "" ? [] : [{ word, level: readLevel(word, scale) ?? lookUp<Level>(numbers.label, word) }];
  });
  return said.find(({ level }) => level !== undefined) ?? said[0] ?? { word: "", level: undefined };
}

/** How bad a firing alert is. One that says no badness is a warning all the same, and none is good news. */
export function levelOf(alert: Pick<Alert, "labels">, scale?: LevelScale): Level {
  const { level = "warning" } = severityOf(alert, scale);
  return level === "success" ? "info" : level;
}

/** The level of the worst of some firing alerts. */
export const severest = (alerts: readonly Alert[], scale?: LevelScale): Level =>
  alerts.map((alert) => levelOf(alert, scale)).reduce(moreSevere, "info");
