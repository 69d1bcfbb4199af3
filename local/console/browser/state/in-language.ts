import type { Language } from "../words.ts";

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/**
 * The relay says what people read in both languages, in one line or two: this is the half in one of them. A text that is not of
 * two such halves stays whole.
 */
export function inLanguage(message: string, language: Language): string {
  const cuts = [...message.matchAll(/ · |\n/g)].map(({ 0: cut, index }) => [
    message.slice(0, index).trim(),
    message.slice(index + cut.length).trim(),
  ]);
  const fitting = cuts.filter(([first = "", second = ""]) => isChinese(first) !== isChinese(second));
  // The Chinese half ends where no Chinese follows, or begins where none went before.
  const halves = fitting[0]?.[0] !== undefined && isChinese(fitting[0][0]) ? fitting[0] : fitting.at(-1);
  const half = halves?.find((each) => isChinese(each) === (language === "zh"));
  return half || message;
}
