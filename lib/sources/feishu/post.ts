import { isObject } from "../../base/is-object.ts";
import type { Card } from "../facade/card.ts";
import { member, objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import type { Finds, Told } from "../markup/told.ts";
import { localized } from "./localized.ts";
import type { Readers } from "./readers.ts";

type Element = Readonly<Record<string, unknown>>;

/** What an element of a line says (open.feishu.cn, "Rich text"). */
const inline: Readonly<Record<string, (element: Element, finds: Finds) => string | undefined>> = {
  text: ({ text }) => textOf(text),
  a: ({ text, href }, finds) => {
    const label = textOf(text)?.trim();
    if (!label || label === textOf(href)) return textOf(href);
    finds.link ??= httpLink(textOf(href));
    return label;
  },
  at: ({ user_id, user_name }, finds) => {
    const name = textOf(user_name)?.replace(/^@/, "");
    if (textOf(user_id) !== "all") return name && `@${name} `;
    finds.calls ??= "@all";
    return "";
  },
  emotion: ({ emoji_type }) => `[${textOf(emoji_type)}]`,
  code_block: ({ text }) => textOf(text),
};

/** Elements of a line are told on it, but for a text in Markdown, which has lines of its own. */
function readLine(line: unknown, { markdown }: Readers): readonly Told[] {
  const finds: Finds = {};
  const elements = objectsOf(line);
  const words = elements.map((element) => inline[textOf(element["tag"]) ?? ""]?.(element, finds) ?? "").join("");
  return [
    { ...finds, lines: words.split(/\r?\n/) },
    ...elements.filter(({ tag }) => tag === "md").map(({ text }) => markdown(text)),
  ];
}

/** A post in the language that it has. */
function postOf(content: unknown): unknown {
  const all = member(content, "post") ?? content;
  return isObject(all) && Array.isArray(all["content"]) ? all : localized(all);
}

/** Whether a picture is in a post, which only Feishu has. */
export const hasPicture = (content: unknown): boolean =>
  objectsOf([member(postOf(content), "content")].flat(2)).some(({ tag }) => tag === "img");

/** A post as one part of a message. */
export function readPost(content: unknown, readers: Readers): Card {
  const post = postOf(content);
  const lines = member(post, "content");
  return {
    title: textOf(member(post, "title"))?.trim() || undefined,
    told: Array.isArray(lines) ? lines.flatMap((line) => readLine(line, readers)) : [readers.markdown(lines)],
  };
}
