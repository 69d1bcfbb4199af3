import type { Language } from "../../model/language.ts";

const someone = { zh: "有人", en: "Someone" } as const satisfies Record<Language, string>;

/** Login of an account; GitHub leaves it out when the account is gone. */
export const who = (
  account: { readonly login?: string | null | undefined } | null | undefined,
  language: Language,
): string => account?.login || someone[language];
