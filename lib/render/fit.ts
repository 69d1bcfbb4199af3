import type { Message } from "../model/message.ts";
import type { Entry } from "./entry.ts";
import { fitList, type Fits } from "./fit-list.ts";
import type { SizeLimit } from "./limits.ts";
import type { Page } from "./page.ts";
import { bare, type Part } from "./part.ts";
import { shorten, shrink } from "./shrink.ts";
import { isWithin } from "./size.ts";

/** A page before it is known how much of it fits. */
export type Draft = Pick<Page, "answer" | "header" | "note"> & { readonly entries: readonly Entry[] };

/** A message, and how many entries it tells, from the first on. */
export type Fitted = { readonly message: Message; readonly told: number };

/**
 * Lays out as much as the limit holds, measured on the message as sent: the note, the answer, then the entries from the
 * first on, and the number of what was left out. Cuts are made before escaping, so that none falls into an escape.
 */
export function fit(draft: Draft, limit: SizeLimit, layOut: (page: Page) => Message): Fitted {
  const { header, entries, note } = draft;
  const pageOf = (answer: Part | undefined, told: readonly Part[]): Page => {
    const left = entries.slice(told.length).reduce((sum, { covers }) => sum + covers.length, 0);
    return { answer, header, entries: told, left, note };
  };
  const holds = (page: Page): boolean => {
    if (page.entries.reduce((sum, { title }) => sum + title.length, 0) > limit.characters) return false;
    return isWithin(layOut(page), limit);
  };
  const answer = draft.answer && shrink(draft.answer, (answer) => holds(pageOf(answer, [])));
  const fits: Fits = (told) => holds(pageOf(answer, told));
  const fitting = header === undefined ? fitSolo(entries, fits) : fitList(entries, fits);
  const told = fitting.length > 0 || answer !== undefined ? fitting : fitFirst(entries, fits);
  return { message: layOut(pageOf(answer, told)), told: told.length };
}

/** What stands alone is told whole, or cut where its cut title at least has room. */
const fitSolo = (entries: readonly Entry[], fits: Fits): readonly Part[] =>
  entries.every(({ part }) => fits([shorten(bare(part))])) ? fitFirst(entries, fits) : [];

/** Without an answer something is always told, however little of it: else the next page would be the same again. */
const fitFirst = (entries: readonly Entry[], fits: Fits): readonly Part[] =>
  entries.slice(0, 1).map(({ part }) => shrink(part, (part) => fits([part])));
