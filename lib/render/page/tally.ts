import type { Notice } from "../../model/notice.ts";
import { trimmed } from "./trimmed.ts";
import { cutToFit } from "../../base/cut-to-fit.ts";
import { isSevere } from "./severe.ts";
import { sanitize } from "../sanitize/sanitize.ts";
import { type Block, toBlock } from "./block.ts";
import type { LinkRule } from "../sanitize/shown-url.ts";
import type { Style } from "../style/style.ts";
import { words } from "../words/words.ts";

/**
 * What notices have in common that may be counted together; undefined for a severe one, which is told by itself. A warning
 * is not lost among everyday news, and without a tally the same words are the same kind.
 */
export function kindOf({ level, tally, title }: Notice): string | undefined {
  if (isSevere(level)) return undefined;
  return JSON.stringify([level === "warning", ...(tally ? [tally.where, tally.what] : [title])]);
}

/** Notices of one kind in one line, and the newest title for below it. */
export function tallyBlock(notices: readonly Notice[], style: Style): Block {
  const { language } = style;
  const newest = notices.reduce((a, b) => (b.at >= a.at ? b : a));
  const level = notices.every((notice) => notice.level === newest.level) ? newest.level : "info";
  const block = { ...trimmed(toBlock(newest, style, 0), style), level };
  const { tally } = newest;
  if (tally === undefined) return { ...block, suffix: words[language].same(notices.length) };
  return {
    ...block,
    title: sanitize(words[language].place(tally.where), style),
    suffix: words[language].tally(notices.length, brief(sanitize(tally.what, style)), peopleOf(notices, style)),
    lines: [words[language].latest(`${block.title}${block.suffix}`)],
    left: 0,
  };
}

/** Who did what is counted, so far as it is known of all. */
function peopleOf(notices: readonly Notice[], rule: LinkRule): readonly string[] {
  const people = notices.flatMap(({ tally }) => sanitize(tally?.who ?? "", rule) || []);
  return people.length === notices.length ? [...new Set(people)] : [];
}

/** What stands behind a number is never cut, and so has to be short. */
const brief = (what: string): string => cutToFit(what, (text) => text.length <= 60);
