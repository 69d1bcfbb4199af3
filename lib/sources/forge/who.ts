import type { Language } from "../../model/language.ts";

/** Stands behind our own word for nobody, until what surrounds it is known. It is for private use: no sender means it. */
const mark = "\uE0F0";

const someone = { zh: `有人${mark}`, en: `Someone${mark}` } as const satisfies Record<Language, string>;

/** Login of an account; GitHub leaves it out when the account is gone. */
export const who = (
  account: { readonly login?: string | null | undefined } | null | undefined,
  language: Language,
): string => account?.login || someone[language];

/** Sets our word for nobody as its language does: Chinese without the spaces of a Latin name, English small but at the start. */
export const setSomeone = (text: string): string =>
  text
    .replaceAll(new RegExp(` ?有人${mark} ?`, "g"), "有人")
    .replaceAll(new RegExp(`Someone${mark}`, "g"), (_, at: number) => (at === 0 ? "Someone" : "someone"))
    .replaceAll(mark, "");
