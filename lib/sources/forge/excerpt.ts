import type { Language } from "../../model/language.ts";
import { cutToFit } from "../../base/cut-to-fit.ts";
import type { Line } from "../markup/line.ts";
import { readMarkup } from "../markup/read-markup.ts";
import { oneLine } from "../one-line.ts";
import { shortLinks } from "./short-links.ts";

const words = {
  zh: { image: "[图片]", colon: "：" },
  en: { image: "[image]", colon: ": " },
} as const satisfies Record<Language, { readonly image: string; readonly colon: string }>;

/** At most so many lines, and so many characters in all. */
const max = { lines: 3, characters: 200 };

/** Headings of an issue form's questions are of this depth. */
const question = 3;
const unanswered = /^_?No response_?$/i;
const endsItself = /[\p{P}\p{S}]$/u;

/**
 * The first lines of a longer text in words: a reply is told without what it quotes, and a form by its questions, each with
 * the first line of its answer. `page` is one of the repository it was written in.
 */
export function excerpt(body: string | null | undefined, language: Language, page?: string | null): readonly string[] {
  if (!body) return [];
  const { image, colon } = words[language];
  const read = readMarkup(body, { image });
  const own = read.filter(({ quoted }) => !quoted);
  const lines = own.length > 0 ? withAnswers(own, colon) : read.map(({ words }) => `> ${words}`);
  return cutLines(lines.map((line) => oneLine(shortLinks(line, page))).filter((line) => line !== "" && line !== "…"));
}

/** The lines with each question before the first line of its answer; of several questions no more is told. */
function withAnswers(lines: readonly Line[], colon: string): readonly string[] {
  const isForm = lines.filter(isQuestion).length > 1;
  const told: string[] = [];
  let asked: string | undefined;
  let isAnswered = false;
  for (const line of lines) {
    if (isQuestion(line)) {
      if (asked !== undefined && !isForm) told.push(asked);
      [asked, isAnswered] = [line.words, false];
    } else if (asked !== undefined) {
      if (!unanswered.test(line.words)) told.push(`${asked}${endsItself.test(asked) ? " " : colon}${line.words}`);
      [asked, isAnswered] = [undefined, true];
    } else if (!isForm || !isAnswered) told.push(line.words);
  }
  return asked === undefined ? told : [...told, asked];
}

const isQuestion = ({ heading = 0 }: Line): boolean => heading >= question;

function cutLines(lines: readonly string[]): readonly string[] {
  const told: string[] = [];
  let left = max.characters;
  for (const line of lines) {
    const kept = told.length === max.lines || left < 1 ? "" : cutToFit(line, (text) => text.length <= left + 1);
    if (kept === "") return [...told.slice(0, -1), ellipsis(told.at(-1) ?? "")].filter((line) => line !== "…");
    told.push(kept);
    if (kept !== line) return told;
    left -= line.length;
  }
  return told;
}

const ellipsis = (line: string): string => (line.endsWith("…") ? line : `${line}…`);
