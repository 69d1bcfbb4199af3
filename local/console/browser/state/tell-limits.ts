import type { Overview } from "../api/calls.ts";
import type { Language, Words } from "../words.ts";
import { inLanguage } from "./in-language.ts";

/** Which rules count, a line for the kinds of conversation that are alike; where all are, none is named. */
export const tellLimits = (
  limits: Overview["limits"],
  words: Pick<Words, "scenes">,
  language: Language,
): readonly string[] =>
  limits.map(({ scenes, message }) => {
    const told = inLanguage(message, language);
    const names = scenes.map((scene) => words.scenes[scene]).join(language === "zh" ? "、" : ", ");
    return limits.length === 1 ? told : `${names}${language === "zh" ? "：" : ": "}${told}`;
  });
