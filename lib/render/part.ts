import type { Language } from "../model/language.ts";
import type { Level } from "../model/level.ts";
import type { Notice } from "../model/notice.ts";
import { readUrl, treatLinks } from "./links.ts";
import { marks } from "./marks.ts";
import { isTelling, neutralise } from "./neutralise.ts";
import type { Style } from "./style.ts";
import { words } from "./words.ts";

/** One notice, or several of a kind, as it may be told: foreign text neutralised, links treated, nothing escaped yet. */
export type Part = {
  readonly level: Level;
  readonly title: string;
  /** Our own words behind the title, which no cut of the title takes away. */
  readonly suffix: string;
  readonly lines: readonly string[];
  /** How many lines more there are. */
  readonly left: number;
  /** An http(s) URL, where the policy keeps links. */
  readonly link: string | undefined;
  /** The link as text, where the policy defangs links. */
  readonly address: string | undefined;
  readonly image: string | undefined;
  readonly source: string;
};

/** Reads a notice for telling. Of its lines no more are read than could ever fit, or than `most`. */
export function toPart(notice: Notice, style: Style, most = style.limit.characters): Part {
  const { links, language } = style;
  const title = neutralise(notice.title, links);
  const url = readUrl(notice.link);
  const read = notice.lines.slice(0, most);
  return {
    level: notice.level,
    title: isTelling(title) ? title : words[language].untitled,
    suffix: tellTimes(notice, language),
    lines: read.map((line) => neutralise(line, links)).filter(isTelling),
    left: notice.lines.length - read.length,
    link: links === "keep" ? url : undefined,
    address: url !== undefined && links === "defang" ? treatLinks(url, links).replace(/\/$/, "") : undefined,
    image: links === "keep" ? readUrl(notice.image) : undefined,
    source: neutralise(notice.source, links),
  };
}

/** What folded into a notice is told by its number. Begun and ended once is a change, from three on it went to and fro. */
function tellTimes({ times = 1, resolved }: Notice, language: Language): string {
  if (times < 2) return "";
  return words[language][resolved && times > 2 ? "flapped" : "changed"](times);
}

/** A part with only so many of its lines. */
export const take = (part: Part, count: number): Part => ({
  ...part,
  lines: part.lines.slice(0, count),
  left: part.left + part.lines.length - count,
});

/** Nothing but the title. */
export const bare = (part: Part): Part => ({
  ...take(part, 0),
  image: undefined,
  link: undefined,
  address: undefined,
});

export const headline = ({ level, title, suffix }: Part): string =>
  `${marks[level] === "" ? "" : `${marks[level]} `}${title}${suffix}`;

/** Headline, lines, and how many lines were left out. */
export function tell(part: Part, language: Language): readonly string[] {
  const more = part.left > 0 ? [words[language].moreLines(part.left)] : [];
  return [headline(part), ...part.lines, ...more];
}

/** The same in a list, where most are told by their headline alone and only those that began to tell more are cut short. */
export const tellItem = (part: Part, language: Language): readonly string[] =>
  part.lines.length > 0 ? tell(part, language) : [headline(part)];
