import type { SceneBasis } from "../../lib/compose/bases.ts";
import { tellBasis } from "../../lib/render/words/basis-words.ts";
import { sceneWords } from "./scene-words.ts";

/** Which rules count the pushes of each kind of conversation, and why, a line for those that are alike, in both languages. */
export function showBases(bases: readonly SceneBasis[], timeZone: string, now: number): readonly string[] {
  const told = bases.map(({ scene, basis }) => ({
    scene: sceneWords[scene],
    words: [tellBasis(basis, "zh", timeZone, now), tellBasis(basis, "en", timeZone, now)].join(" · "),
  }));
  return [...Map.groupBy(told, ({ words }) => words)].map(
    ([words, some]) => `${some.map(({ scene }) => scene).join("、")}: ${words}`,
  );
}
