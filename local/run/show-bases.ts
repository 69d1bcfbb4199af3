import type { SceneName } from "../../lib/model/scene.ts";
import type { SceneBasis } from "../../lib/compose/bases.ts";
import { tellBasis } from "../../lib/render/words/basis-words.ts";
import { sceneWords } from "./scene-words.ts";

/** Which rules count the pushes of some kinds of conversation that are alike, and why, in both languages. */
export type BasisTold = { readonly scenes: readonly SceneName[]; readonly message: string };

export function groupBases(bases: readonly SceneBasis[], timeZone: string, now: number): readonly BasisTold[] {
  const told = bases.map(({ scene, basis }) => ({
    scene,
    message: [tellBasis(basis, "zh", timeZone, now), tellBasis(basis, "en", timeZone, now)].join(" · "),
  }));
  return [...Map.groupBy(told, ({ message }) => message)].map(([message, some]) => ({
    scenes: some.map(({ scene }) => scene),
    message,
  }));
}

/** The same, a line each. */
export const showBases = (...asked: Parameters<typeof groupBases>): readonly string[] =>
  groupBases(...asked).map(
    ({ scenes, message }) => `${scenes.map((scene) => sceneWords[scene]).join("、")}: ${message}`,
  );
