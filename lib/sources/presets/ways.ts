import { second } from "../../base/time.ts";
import type { MapContext } from "../../model/source.ts";
import { httpLink } from "../http-link.ts";
import { readWords } from "../generic/read-words.ts";
import { need } from "../markup/reading.ts";
import { oneLine } from "../one-line.ts";
import { tellLength, tellTimes } from "../times.ts";
import { money } from "./money.ts";
import { timeOf } from "./time-of.ts";

/** What a way is told: the value, how to read what stands beside it, and for whom. */
export type Given = {
  readonly value: unknown;
  readonly beside: (name: string) => unknown;
  readonly context: MapContext;
};

type Way = (given: Given) => string | undefined;

const wordsOf = ({ value }: Given): string | undefined => readWords(value);

const lengthOf = ({ value }: Given): number => (Array.isArray(value) ? value.length : 0);

const units = ["B", "kB", "MB", "GB", "TB"];

function bytes({ value }: Given): string | undefined {
  const size = Number(readWords(value));
  if (!(size > 0)) return undefined;
  const unit = Math.min(Math.floor(Math.log10(size) / 3), units.length - 1);
  return `${Number((size / 1_000 ** unit).toPrecision(3))} ${units[unit]}`;
}

function span({ value, beside, context }: Given): string | undefined {
  const [from, to] = [timeOf(value), timeOf(beside("resolvedDateTime") ?? beside("resolved_at"))];
  return from && to && to > from ? tellLength(to.getTime() - from.getTime(), context.language) : undefined;
}

const decoded = (words: string): string => (words.includes("&") ? need("parser").decodeHtml(words) : words);

/** Ways to tell a value in a template: `{path:way}`. Undefined where it is nothing that can be told so. */
export const ways = {
  /** A moment, on the route's clocks. */
  time: ({ value, context }) => {
    const time = timeOf(value);
    return time && tellTimes(context)(time);
  },
  /** Seconds as a length of time. */
  seconds: (given) => {
    const number = Number(wordsOf(given));
    return number > 0 ? tellLength(number * second, given.context.language) : undefined;
  },
  /** From it to `resolvedDateTime` or `resolved_at` beside it. */
  span,
  bytes,
  /** In the smallest unit of the `currency` beside it. */
  money: ({ value, beside }) => money(value, beside("currency")),
  /** At least two digits. */
  two: (given) => wordsOf(given)?.padStart(2, "0"),
  /** How many items a list has; `several` only where there are more than one. */
  count: (given) => String(lengthOf(given)),
  several: (given) => (lengthOf(given) > 1 ? String(lengthOf(given)) : undefined),
  /** Nothing, and nothing is left out, where a list has one item. */
  single: (given) => (lengthOf(given) === 1 ? "" : undefined),
  empty: (given) => (Array.isArray(given.value) && lengthOf(given) === 0 ? "" : undefined),
  /** Nothing, and nothing is left out, where there is such a member at all. */
  had: ({ value }) => (value === undefined ? undefined : ""),
  /** Its first line, short enough to stand among others. */
  brief: (given) => oneLine(wordsOf(given)?.split("\n", 1).join("") ?? "", 100) || undefined,
  /** An address as people say it. */
  bare: (given) => wordsOf(given)?.replace(/^https?:\/\//, ""),
  /** The last name of a path. */
  tail: (given) => wordsOf(given)?.split(/[\\/]/).at(-1) || undefined,
  /** Hashes at the length that people read. */
  short: (given) => wordsOf(given)?.replace(/\b([0-9a-f]{7})[0-9a-f]{5,}\b/gi, "$1"),
  /** Only where it is no link, which would stand there twice. */
  unlinked: (given) => (httpLink(wordsOf(given)) === undefined ? wordsOf(given) : undefined),
  /** Only where the sender filled it: UptimeRobot leaves what it does not know as `*variable*`. */
  filled: (given) => {
    const words = wordsOf(given);
    return words === undefined || /^\*\w+\*$/.test(words) ? undefined : decoded(words);
  },
  /** The site of an address of Jira's API. */
  site: (given) => wordsOf(given)?.replace(/\/rest\/.*$/s, ""),
  /** As part of a URL. */
  url: (given) => encodeURIComponent(wordsOf(given)?.toWellFormed() ?? "") || undefined,
} as const satisfies Readonly<Record<string, Way>>;
