import type { Language } from "../../model/language.ts";
import { escapeContent } from "../sanitize/escape-content.ts";
import { marks } from "../words/marks.ts";
import { mentionLine } from "./mentions.ts";
import { type Page, tellLeft } from "../page/page.ts";
import { headline, type Block, tell, tellItem } from "../page/block.ts";
import type { Renderer } from "./renderer.ts";

const rule = "\n──────\n";

/** Sets what belongs to an entry off from the next one; a wide space, since clients show narrow ones as they like. */
const indent = "\u3000";

const addressOf = (block: Block): readonly string[] =>
  [block.link ?? block.address].filter((line) => line !== undefined);

const tellBlock = (block: Block, language: Language): string =>
  [...tell(block, language), ...addressOf(block)].join("\n");

/** The level's mark is the bullet of those that have one. */
function item(block: Block, language: Language): string {
  const [first = headline(block), ...lines] = tellItem(block, language);
  const bullet = marks[block.level] === "" ? "• " : "";
  return [`${bullet}${first}`, ...[...lines, ...addressOf(block)].map((line) => `${indent}${line}`)].join("\n");
}

/** A page in plain words: the title, a line each, the link on a line of its own; several notices under one header. */
export function layOutText(page: Page, language: Language): string {
  const { answer, header, entries, note } = page;
  return [
    ...(answer === undefined ? [] : [tellBlock(answer, language)]),
    ...(header === undefined
      ? [...entries.map((block) => tellBlock(block, language)), ...tellLeft(page, language)]
      : [[header, ...entries.map((block) => item(block, language)), ...tellLeft(page, language)].join("\n")]),
    ...(note === undefined ? [] : [note]),
  ].join(rule);
}

export const renderText: Renderer = (page, style) => {
  const text = layOutText(page, style.language);
  const words = style.wire === "guild" ? escapeContent(text) : text;
  return { form: "text", content: [words, mentionLine(style)].filter(Boolean).join("\n") };
};
