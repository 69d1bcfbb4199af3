import type { Notice } from "../model/notice.ts";
import { aside } from "./aside.ts";
import { cut } from "./cut.ts";
import { isGrave } from "./grave.ts";
import { neutralise } from "./neutralise.ts";
import { type Part, toPart } from "./part.ts";
import type { LinkRule } from "./shown-url.ts";
import type { Style } from "./style.ts";
import { words } from "./words.ts";

/**
 * What notices have in common that may be counted together; undefined for a grave one, which is told by itself. A warning
 * is not lost among everyday news, and without a tally the same words are the same kind.
 */
export function kindOf({ level, tally, title }: Notice): string | undefined {
  if (isGrave(level)) return undefined;
  return JSON.stringify([level === "warning", ...(tally ? [tally.where, tally.what] : [title])]);
}

/** Notices of one kind in one line, and the newest title for below it. */
export function tallyPart(notices: readonly Notice[], style: Style): Part {
  const { language } = style;
  const newest = notices.reduce((a, b) => (b.at >= a.at ? b : a));
  const level = notices.every((notice) => notice.level === newest.level) ? newest.level : "info";
  const part = { ...aside(toPart(newest, style, 0), style), level };
  const { tally } = newest;
  if (tally === undefined) return { ...part, suffix: words[language].same(notices.length) };
  return {
    ...part,
    title: neutralise(words[language].place(tally.where), style),
    suffix: words[language].tally(notices.length, brief(neutralise(tally.what, style)), peopleOf(notices, style)),
    lines: [words[language].latest(`${part.title}${part.suffix}`)],
    left: 0,
  };
}

/** Who did what is counted, so far as it is known of all. */
function peopleOf(notices: readonly Notice[], rule: LinkRule): readonly string[] {
  const people = notices.flatMap(({ tally }) => neutralise(tally?.who ?? "", rule) || []);
  return people.length === notices.length ? [...new Set(people)] : [];
}

/** What stands behind a number is never cut, and so has to be short. */
const brief = (what: string): string => cut(what, (text) => text.length <= 60);
