import type { Language } from "../../model/language.ts";
import { type Block, tell, tellItem } from "./block.ts";
import { words } from "../words/words.ts";

/** What one message tells, in any form. */
export type Page = {
  /** Answers a command, and comes first. */
  readonly answer: Block | undefined;
  /** With a header the entries are a list, without one they are told like single notices. */
  readonly header: string | undefined;
  readonly entries: readonly Block[];
  /** How many notices are only counted. */
  readonly left: number;
  /** Closes the message. */
  readonly note: string | undefined;
};

/** How many notices were left out, where any was. */
export const tellLeft = ({ left }: Page, language: Language): readonly string[] =>
  left > 0 ? [words[language].leftOut(left)] : [];

/** All words of a page in their order, for a form that has no links of its own. */
export const tellPage = (page: Page, language: Language): readonly string[] => [
  ...(page.answer === undefined ? [] : tell(page.answer, language)),
  ...(page.header === undefined
    ? page.entries.flatMap((block) => tell(block, language))
    : [page.header, ...page.entries.flatMap((block) => tellItem(block, language))]),
  ...tellLeft(page, language),
  ...(page.note === undefined ? [] : [page.note]),
];

/** Answer and entries: everything of a page that came from a notice. */
export const blocksOf = ({ answer, entries }: Page): readonly Block[] =>
  answer === undefined ? entries : [answer, ...entries];

/** Where what is told came from, as a card's small print. */
export const sourcesOf = (page: Page): string =>
  [...new Set(blocksOf(page).map((block) => block.source))].slice(0, 3).join(" · ");
