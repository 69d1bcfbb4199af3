import type { Language } from "../../model/language.ts";

/** Routes that are told by name: more would bury what is said of them. */
const maxNamed = 10;

type Words = { readonly comma: string; readonly more: (count: number, all: number) => string };

const words = {
  zh: { comma: "、", more: (_, all) => ` 等 ${all} 条` },
  en: { comma: ", ", more: (count) => ` and ${count} more` },
} as const satisfies Record<Language, Words>;

/** Names of routes in a sentence, at most ten of them. */
export function listNames(routes: readonly string[], language: Language): string {
  const { comma, more } = words[language];
  const left = routes.length - maxNamed;
  return `${routes.slice(0, maxNamed).join(comma)}${left > 0 ? more(left, routes.length) : ""}`;
}
