import type { Message } from "../../model/message.ts";
import type { Entry, Fits, ToldEntry } from "../page/entry.ts";
import { fitList, hasFirstLine } from "./fit-list.ts";
import type { SizeLimit } from "../style/limits.ts";
import type { Page } from "../page/page.ts";
import { bare, type Block } from "../page/block.ts";
import { shorten, shrink } from "./shrink.ts";
import { isWithin } from "../style/size.ts";

/** A page before it is known how much of it fits. */
export type Draft = Pick<Page, "answer" | "header" | "note"> & { readonly entries: readonly Entry[] };

export type Fitted = {
  readonly message: Message;
  /** Places of the notices that the message only counts, for a next page. */
  readonly leftOut: readonly number[];
  /** Places of those that it tells by number and name, as one of a kind. */
  readonly summed: readonly number[];
};

/**
 * Lays out as much as the limit holds, measured on the message as sent: the note, the answer, then what fits of the
 * entries, and the number of those left out. Cuts are made before escaping, so that none falls into an escape.
 */
export function fit(draft: Draft, limit: SizeLimit, layOut: (page: Page) => Message): Fitted {
  const { header, entries, note } = draft;
  const pageOf = (answer: Block | undefined, told: readonly ToldEntry[]): Page => ({
    answer,
    header,
    entries: told.map(({ block }) => block),
    left: count(entries) - count(told.map(({ entry }) => entry)),
    note,
  });
  const holds = (page: Page): boolean =>
    page.entries.reduce((sum, { title }) => sum + title.length, 0) <= limit.characters && isWithin(layOut(page), limit);
  const answer = draft.answer && shrink(draft.answer, (answer) => holds(pageOf(answer, [])));
  const fits: Fits = (told) => holds(pageOf(answer, told));
  const fitting = header === undefined ? fitSolo(entries, fits) : fitList(entries, fits);
  const told = fitting.length > 0 || answer !== undefined ? fitting : fitFirst(entries, fits, header !== undefined);
  const isTold = new Set(told.map(({ entry }) => entry));
  const leftOut = entries.filter((entry) => !isTold.has(entry)).flatMap(({ covers }) => covers);
  const summed = told.flatMap(({ entry: { covers } }) => (covers.length > 1 ? covers : []));
  return { message: layOut(pageOf(answer, told)), leftOut: inOrder(leftOut), summed: inOrder(summed) };
}

const inOrder = (places: readonly number[]): readonly number[] => places.toSorted((a, b) => a - b);

const count = (entries: readonly Entry[]): number => entries.reduce((sum, { covers }) => sum + covers.length, 0);

/** What stands alone is told whole, or cut where at least its short title has room. */
const fitSolo = (entries: readonly Entry[], fits: Fits): readonly ToldEntry[] =>
  fits(entries.map((entry) => ({ entry, block: shorten(bare(entry.block)) }))) ? fitFirst(entries, fits) : [];

/** Of a list, where not even a first line fits beside a link. */
const lineFirst = (entry: Entry): Block =>
  hasFirstLine(entry) ? { ...entry.block, link: undefined, address: undefined } : entry.block;

/** Without an answer something is always told, however little of it: else the next page would be the same again. */
const fitFirst = (entries: readonly Entry[], fits: Fits, isList = false): readonly ToldEntry[] =>
  entries.slice(0, 1).map((entry) => ({
    entry,
    block: shrink(isList ? lineFirst(entry) : entry.block, (block) => fits([{ entry, block }])),
  }));
