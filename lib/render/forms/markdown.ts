import { buttonLink, keyboardOf } from "./buttons.ts";
import { escapeMarkdown } from "../sanitize/escape-markdown.ts";
import { isSevere } from "../page/severe.ts";
import { markBefore } from "../words/marks.ts";
import { mentionLine } from "./mentions.ts";
import { type Page, tellLeft } from "../page/page.ts";
import type { Block } from "../page/block.ts";
import type { Style } from "../style/style.ts";
import type { Renderer } from "./renderer.ts";
import { words } from "../words/words.ts";

/** A bullet or heading that a line brought along: our own list takes its place. */
const marker = /^(?:[-*•·]|#{1,6}) +/;

const rule = "\n\n***\n\n";

/** A bracket would end a link's destination; as a percent code it does not. */
const destination = (url: string): string => url.replaceAll("(", "%28").replaceAll(")", "%29");

const linkTo = (url: string, label: string): string => `[${label}](${destination(url)})`;

const escapeLine = (line: string): string => escapeMarkdown(line.replace(marker, ""));

/** A single line reads better without a bullet. A list needs a blank line before it. */
function tellLines({ lines, left }: Block): readonly string[] {
  const items = lines.map(escapeLine);
  return items.length + left > 1 ? [items.map((item) => `- ${item}`).join("\n")] : items;
}

/** Mark and title; bold rather than a heading: titles are sentences, and a heading of one fills half a phone. */
function titled({ level, title, suffix }: Block, bold: boolean): string {
  const text = escapeMarkdown(`${title}${suffix}`);
  return `${markBefore(level, title)}${bold ? `**${text}**` : text}`;
}

function tellBlock(block: Block, language: Style["language"]): string {
  const more = block.left > 0 ? words[language].moreLines(block.left) : undefined;
  const link = block.link === undefined ? undefined : linkTo(block.link, words[language].view);
  const address = block.address === undefined ? undefined : escapeMarkdown(block.address);
  const foot = [more, link ?? address].filter((text) => text !== undefined).join(" ");
  return [titled(block, true), ...tellLines(block), foot].filter((text) => text !== "").join("\n\n");
}

/** An entry of a list, its lines nested below it (four spaces are QQ's documented depth). Only the severe ones are bold. */
function item(block: Block, language: Style["language"]): string {
  const { lines, left, link, address } = block;
  const below = [
    ...lines.map(escapeLine),
    ...(lines.length > 0 && left > 0 ? [words[language].moreLines(left)] : []),
    ...(address === undefined ? [] : [escapeMarkdown(address)]),
  ];
  const top = `- ${titled(block, isSevere(block.level))}${link === undefined ? "" : ` ${linkTo(link, words[language].open)}`}`;
  return [top, ...below.map((line) => `    - ${line}`)].join("\n");
}

function list(header: string, page: Page, language: Style["language"]): string {
  const items = page.entries.map((block) => item(block, language)).join("\n");
  return [`**${escapeMarkdown(header)}**`, items, ...tellLeft(page, language)]
    .filter((text) => text !== "")
    .join("\n\n");
}

function layOut(page: Page, language: Style["language"]): string {
  const { answer, header, entries, note } = page;
  return [
    ...(answer === undefined ? [] : [tellBlock(answer, language)]),
    ...(header === undefined
      ? [...entries.map((block) => tellBlock(block, language)), ...tellLeft(page, language)]
      : [list(header, page, language)]),
    ...(note === undefined ? [] : [escapeMarkdown(note)]),
  ].join(rule);
}

const withoutLinks = (page: Page): Page => ({
  ...page,
  entries: page.entries.map((block) => ({ ...block, link: undefined })),
});

/**
 * QQ's native Markdown, of which it documents little more than bold, lists, links and rules. Pictures are left out: they
 * show only where their size is known (reported), and nobody tells it.
 */
export const renderMarkdown: Renderer = (page, style) => {
  const shown = buttonLink(page, style) === undefined ? page : withoutLinks(page);
  const keyboard = keyboardOf(page, style);
  return {
    form: "markdown",
    content: [layOut(shown, style.language), mentionLine(style)].filter(Boolean).join("\n\n"),
    ...(keyboard !== undefined && { keyboard }),
  };
};
