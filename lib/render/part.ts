import type { Language } from "../model/language.ts";
import type { Notice } from "../model/notice.ts";
import { readUrl, treatLinks } from "./links.ts";
import { marks } from "./marks.ts";
import { isTelling, neutralise } from "./neutralise.ts";
import type { Style } from "./style.ts";
import { words } from "./words.ts";

/** One notice as it may be told: foreign text neutralised, links treated, nothing escaped yet, `left` lines untold. */
export type Part = {
  readonly mark: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly left: number;
  /** An http(s) URL, where the policy keeps links. */
  readonly link: string | undefined;
  /** The link as text, where the policy defangs links. */
  readonly address: string | undefined;
  readonly image: string | undefined;
  readonly source: string;
};

/** Reads a notice for telling. Of its lines no more are read than could ever fit. */
export function toPart(notice: Notice, style: Style): Part {
  const { links, limit, language } = style;
  const title = neutralise(notice.title, links);
  const url = readUrl(notice.link);
  const read = notice.lines.slice(0, limit.characters);
  return {
    mark: marks[notice.level],
    title: isTelling(title) ? title : words[language].untitled,
    lines: read.map((line) => neutralise(line, links)).filter(isTelling),
    left: notice.lines.length - read.length,
    link: links === "keep" ? url : undefined,
    address: url !== undefined && links === "defang" ? treatLinks(url, links).replace(/\/$/, "") : undefined,
    image: links === "keep" ? readUrl(notice.image) : undefined,
    source: neutralise(notice.source, links),
  };
}

export const headline = (part: Part): string => (part.mark === "" ? part.title : `${part.mark} ${part.title}`);

/** Headline, lines, and how many lines were left out. */
export function tell(part: Part, language: Language): readonly string[] {
  const more = part.left > 0 ? [words[language].moreLines(part.left)] : [];
  return [headline(part), ...part.lines, ...more];
}

/** How many parts were left out, where any was. */
export const tellLeft = (left: number, language: Language): readonly string[] =>
  left > 0 ? [words[language].moreNotices(left)] : [];
