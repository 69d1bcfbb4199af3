import { escapeContent } from "./escape-content.ts";
import { tellLeft } from "./page.ts";
import { headline, type Part, tell, tellItem } from "./part.ts";
import { marks } from "./marks.ts";
import type { Renderer, Style } from "./style.ts";

const rule = "\n──────\n";

/** Sets what belongs to an entry off from the next one; a wide space, since clients show narrow ones as they like. */
const indent = "\u3000";

const addressOf = (part: Part): readonly string[] => [part.link ?? part.address].filter((line) => line !== undefined);

const block = (part: Part, language: Style["language"]): string =>
  [...tell(part, language), ...addressOf(part)].join("\n");

/** The level's mark is the bullet of those that have one. */
function item(part: Part, language: Style["language"]): string {
  const [first = headline(part), ...lines] = tellItem(part, language);
  const bullet = marks[part.level] === "" ? "• " : "";
  return [`${bullet}${first}`, ...[...lines, ...addressOf(part)].map((line) => `${indent}${line}`)].join("\n");
}

/** Plain text: the title, a line each, the link on a line of its own; several notices under one header. */
export const renderText: Renderer = (page, { language, wire }) => {
  const { answer, header, entries, note } = page;
  const text = [
    ...(answer === undefined ? [] : [block(answer, language)]),
    ...(header === undefined
      ? [...entries.map((part) => block(part, language)), ...tellLeft(page, language)]
      : [[header, ...entries.map((part) => item(part, language)), ...tellLeft(page, language)].join("\n")]),
    ...(note === undefined ? [] : [note]),
  ].join(rule);
  return { form: "text", content: wire === "guild" ? escapeContent(text) : text };
};
