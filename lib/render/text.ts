import type { Language } from "../model/language.ts";
import { escapeContent } from "./escape-content.ts";
import { marks } from "./marks.ts";
import { mentionLine } from "./mentions.ts";
import { type Page, tellLeft } from "./page.ts";
import { headline, type Part, tell, tellItem } from "./part.ts";
import type { Renderer } from "./style.ts";

const rule = "\n──────\n";

/** Sets what belongs to an entry off from the next one; a wide space, since clients show narrow ones as they like. */
const indent = "\u3000";

const addressOf = (part: Part): readonly string[] => [part.link ?? part.address].filter((line) => line !== undefined);

const block = (part: Part, language: Language): string => [...tell(part, language), ...addressOf(part)].join("\n");

/** The level's mark is the bullet of those that have one. */
function item(part: Part, language: Language): string {
  const [first = headline(part), ...lines] = tellItem(part, language);
  const bullet = marks[part.level] === "" ? "• " : "";
  return [`${bullet}${first}`, ...[...lines, ...addressOf(part)].map((line) => `${indent}${line}`)].join("\n");
}

/** A page in plain words: the title, a line each, the link on a line of its own; several notices under one header. */
export function layOutText(page: Page, language: Language): string {
  const { answer, header, entries, note } = page;
  return [
    ...(answer === undefined ? [] : [block(answer, language)]),
    ...(header === undefined
      ? [...entries.map((part) => block(part, language)), ...tellLeft(page, language)]
      : [[header, ...entries.map((part) => item(part, language)), ...tellLeft(page, language)].join("\n")]),
    ...(note === undefined ? [] : [note]),
  ].join(rule);
}

export const renderText: Renderer = (page, style) => {
  const text = layOutText(page, style.language);
  const words = style.wire === "guild" ? escapeContent(text) : text;
  return { form: "text", content: [words, mentionLine(style)].filter(Boolean).join("\n") };
};
