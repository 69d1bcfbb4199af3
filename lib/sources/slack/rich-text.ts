import { httpLink } from "../http-link.ts";
import { withEmoji } from "../markup/emoji.ts";
import type { Finds, Told } from "../markup/told.ts";
import { member, objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";

type Element = Readonly<Record<string, unknown>>;

/** What an element of a line says (docs.slack.dev, block "rich_text"). */
const inline: Readonly<Record<string, (element: Element, finds: Finds) => string | undefined>> = {
  text: ({ text }) => textOf(text),
  link: ({ url, text }, finds) => {
    const label = textOf(text);
    if (label === undefined) return textOf(url);
    finds.link ??= httpLink(textOf(url));
    return label;
  },
  emoji: ({ name }) => withEmoji(`:${textOf(name)}:`),
  user: ({ user_id }) => `@${textOf(user_id)}`,
  usergroup: ({ usergroup_id }) => `@${textOf(usergroup_id)}`,
  channel: ({ channel_id }) => `#${textOf(channel_id)}`,
  broadcast: ({ range }, finds) => {
    finds.calls ??= `@${textOf(range)}`;
    return "";
  },
  date: ({ fallback }) => textOf(fallback),
  color: ({ value }) => textOf(value),
};

/** The lines of a `rich_text` block, which is a tree instead of markup: sections, lists, quotes, preformatted. */
export function readRichText(block: Element): Told {
  const finds: Finds = {};
  const lines = objectsOf(block["elements"]).flatMap((element) => linesOf(element, finds));
  return { ...finds, lines };
}

function linesOf(element: Element, finds: Finds): readonly string[] {
  const parts = objectsOf(element["elements"]);
  if (element["type"] !== "rich_text_list")
    return parts
      .map((part) => told(part, finds))
      .join("")
      .split("\n");
  const isOrdered = element["style"] === "ordered";
  return parts.flatMap((part, at) => {
    const [first = "", ...rest] = linesOf(part, finds);
    return [isOrdered ? `${at + 1}. ${first}` : first, ...rest];
  });
}

const told = (part: Element, finds: Finds): string => {
  const read = inline[textOf(part["type"]) ?? ""];
  return (read ? read(part, finds) : textOf(member(part, "text"))) ?? "";
};
