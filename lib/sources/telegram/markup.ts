import { jsonIn } from "../facade/json-in.ts";
import { objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { lookUp } from "../look-up.ts";
import { readTelegramHtml } from "../markup/read-telegram-html.ts";
import { readTelegramMarkdown } from "../markup/read-telegram-markdown.ts";
import type { ReadText, Told } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Reads a text as the `parse_mode` or the entities say that stand beside it. */
export type ReadMarked = (text: unknown, beside: Fields, entities: string) => Told;

const plain: ReadText = (text) => ({ lines: text.split(/\r\n|[\r\n]/) });

const modes: Readonly<Record<string, ReadText>> = {
  html: readTelegramHtml,
  markdown: readTelegramMarkdown(1),
  markdownv2: readTelegramMarkdown(2),
};

/** The first link that an entity puts behind words. What else entities mark is how words look. */
const linkOf = (entities: unknown): string | undefined =>
  objectsOf(jsonIn(entities)).flatMap(({ type, url }) =>
    type === "text_link" ? (httpLink(textOf(url)) ?? []) : [],
  )[0];

/** A reader of one message's texts. */
export function openMarkup(): ReadMarked {
  const within = openWithin();
  return (text, beside, entities) => {
    const mode = lookUp(modes, textOf(beside["parse_mode"])?.toLowerCase());
    const told = (mode ? within(mode) : plain)(textOf(text) ?? "");
    return { ...told, link: told.link ?? linkOf(beside[entities]) };
  };
}
