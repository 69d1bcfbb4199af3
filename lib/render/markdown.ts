import { escapeMarkdown } from "./escape-markdown.ts";
import { headline, type Part, tellLeft } from "./part.ts";
import type { Renderer, Style } from "./style.ts";
import { words } from "./words.ts";

/** A bullet or heading that a line brought along: our own list takes its place. */
const marker = /^(?:[-*•·]|#{1,6}) +/;

const rule = "\n\n***\n\n";

/** A bracket would end a link's destination; as a percent code it does not. */
const destination = (url: string): string => url.replaceAll("(", "%28").replaceAll(")", "%29");

/** A single line reads better without a bullet. A list needs a blank line before it. */
function tellLines({ lines, left }: Part): readonly string[] {
  const items = lines.map((line) => escapeMarkdown(line.replace(marker, "")));
  return items.length + left > 1 ? [items.map((item) => `- ${item}`).join("\n")] : items;
}

function block(part: Part, language: Style["language"]): string {
  const more = part.left > 0 ? words[language].moreLines(part.left) : undefined;
  const link = part.link === undefined ? undefined : `[${words[language].view}](${destination(part.link)})`;
  const address = part.address === undefined ? undefined : escapeMarkdown(part.address);
  const foot = [more, link ?? address].filter((text) => text !== undefined).join(" ");
  return [bold(part), ...tellLines(part), foot].filter((text) => text !== "").join("\n\n");
}

/** Bold rather than a heading: titles are sentences, and a heading of one fills half a phone. */
const bold = (part: Part): string => headline({ ...part, title: `**${escapeMarkdown(part.title)}**` });

/** QQ's native Markdown, of which it documents little more than bold, lists, links and rules. */
export const renderMarkdown: Renderer = (parts, left, { language }) => ({
  form: "markdown",
  content: [...parts.map((part) => block(part, language)), ...tellLeft(left, language)].join(rule),
});
