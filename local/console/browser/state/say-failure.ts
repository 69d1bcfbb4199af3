import type { Failure } from "../api/ask.ts";
import { type Language, words } from "../words.ts";
import { inLanguage } from "./in-language.ts";

/** Why something asked for did not come, in one language. */
export function sayFailure({ error, message }: Failure, language: Language): string {
  const { errors } = words[language];
  if (error === "unreachable" && message === "") return errors.unreachable;
  if (error === "unauthorized") return errors.unauthorized;
  return inLanguage(message, language);
}
