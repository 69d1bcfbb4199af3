import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import { readUrl, treatLinks } from "../sanitize/links.ts";
import { markBefore } from "../words/marks.ts";
import { isTelling, sanitize } from "../sanitize/sanitize.ts";
import { shownPicture, shownUrl } from "../sanitize/shown-url.ts";
import type { Style } from "../style/style.ts";
import { type WarningLevel, words } from "../words/words.ts";

/** One notice, or several of a kind, as it may be told: foreign text sanitized, links treated, nothing escaped yet. */
export type Block = {
  readonly level: Level;
  readonly title: string;
  /** Our own words behind the title, which no cut of the title takes away. */
  readonly suffix: string;
  readonly lines: readonly string[];
  /** How many lines more there are. */
  readonly left: number;
  /** An http(s) URL, where the policy shows it. */
  readonly link: string | undefined;
  /** The link as text, where the policy shows it as no more than that. */
  readonly address: string | undefined;
  readonly image: string | undefined;
  readonly source: string;
};

/** Reads a notice for telling. Of its lines no more are read than could ever fit, or than `max`. */
export function toBlock(notice: Notice, style: Style, max = style.limit.characters): Block {
  const { language } = style;
  const title = sanitize(notice.title, style);
  const url = readUrl(notice.link);
  const link = url && shownUrl(url, style);
  const read = notice.lines.slice(0, max);
  return {
    level: notice.level,
    title: isTelling(title) ? title : words[language].untitled,
    suffix: tellTimes(notice, language),
    lines: [...read.map((line) => sanitize(line, style)).filter(isTelling), ...tellLost(notice, style)],
    left: notice.lines.length - read.length,
    link,
    address: url === undefined || link !== undefined ? undefined : addressOf(url, style),
    image: pictureOf(notice, style),
    source: sanitize(notice.source, style),
  };
}

/** Nothing where links are stripped. */
const addressOf = (url: string, style: Style): string | undefined =>
  style.links === "strip" ? undefined : treatLinks(url, style).replace(/\/$/, "");

function pictureOf({ image }: Notice, style: Style): string | undefined {
  if (style.picture === "withheld") return undefined;
  const url = readUrl(image);
  return url && shownPicture(url, style);
}

/** A picture that could not be sent beside the words is told by where it is, if that can be shown. */
function tellLost({ image }: Notice, style: Style): readonly string[] {
  if (style.picture === undefined || image === undefined) return [];
  const url = style.picture === "lost" ? readUrl(image) : undefined;
  const address = url && (shownPicture(url, style) ?? addressOf(url, style));
  return [words[style.language].pictureLost(address)];
}

/**
 * What folded into a notice is told by its number, and how severe it was. Begun and ended once is a change, from three on it
 * went to and fro.
 */
function tellTimes({ times = 1, resolved, severest }: Notice, language: Language): string {
  if (times < 2) return "";
  const was = severest !== undefined && isWarning(severest) ? severest : undefined;
  return words[language][resolved && times > 2 ? "flapped" : "changed"](times, was);
}

const isWarning = (level: Level): level is WarningLevel => level !== "info" && level !== "success";

/** A block with only so many of its lines. */
export const take = (block: Block, count: number): Block => ({
  ...block,
  lines: block.lines.slice(0, count),
  left: block.left + block.lines.length - count,
});

/** Nothing but the title. */
export const bare = (block: Block): Block => ({
  ...take(block, 0),
  image: undefined,
  link: undefined,
  address: undefined,
});

export const headline = ({ level, title, suffix }: Block): string => `${markBefore(level, title)}${title}${suffix}`;

/** Headline, lines, and how many lines were left out. */
export function tell(block: Block, language: Language): readonly string[] {
  const more = block.left > 0 ? [words[language].moreLines(block.left)] : [];
  return [headline(block), ...block.lines, ...more];
}

/** The same in a list, where most are told by their headline alone and only those that began to tell more are cut short. */
export const tellItem = (block: Block, language: Language): readonly string[] =>
  block.lines.length > 0 ? tell(block, language) : [headline(block)];
