import { isObject } from "../../base/is-object.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import type { Card } from "../facade/card.ts";
import { member, objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { levelOfColor } from "../levels/level-of-color.ts";
import { levelOfHeading } from "../levels/level-of-heading.ts";
import { readElements } from "./elements.ts";
import { localized } from "./localized.ts";
import type { Readers } from "./readers.ts";

type Element = Readonly<Record<string, unknown>>;

const urlNames = ["url", "default_url", "pc_url", "android_url", "ios_url"];

/** An address, by the names of both versions of cards. */
const urlOf = (value: unknown): string | undefined =>
  urlNames.flatMap((name) => httpLink(textOf(member(value, name))) ?? [])[0];

/** All elements, of columns and actions too. */
const flatten = (value: unknown): readonly Element[] =>
  objectsOf([value].flat(2)).flatMap((each) => [
    each,
    ...["elements", "columns", "actions", "extra"].flatMap((name) => flatten(each[name])),
  ]);

const buttonOf = (element: Element): string | undefined =>
  element["tag"] === "button" || Array.isArray(element["behaviors"])
    ? (urlOf(element) ??
      urlOf(element["multi_url"]) ??
      objectsOf(element["behaviors"])
        .map(urlOf)
        .find((url) => url !== undefined))
    : undefined;

/** What a card says before its elements: its title, and what stands below it. */
const headOf = (card: unknown): unknown => member(card, "header") ?? localized(member(card, "i18n_header"));

/** A card of either version as one part of a message. The colour of its head says how bad it is, else a word in the title or a colour in the text. */
export function readCard(card: unknown, readers: Readers, scale: LevelScale | undefined): Card {
  const head = headOf(card);
  const elements = [
    member(card, "elements"),
    member(card, "body", "elements"),
    localized(member(card, "i18n_elements")),
  ].find((each) => objectsOf([each].flat(2)).length > 0);
  const title = readers.object(member(head, "title"));
  const heading = title.lines.join(" ").trim();
  const told = [
    { ...title, lines: [] },
    readers.object(member(head, "subtitle")),
    ...objectsOf(member(head, "text_tag_list")).map(({ text }) => readers.object(text)),
    ...readElements(elements, readers),
  ];
  return {
    title: heading || undefined,
    told,
    link: urlOf(member(card, "card_link")),
    button: flatten(elements).flatMap((element) => buttonOf(element) ?? [])[0],
    level: levelOfColor(member(head, "template"), scale) ?? levelOfHeading(heading, scale) ?? readers.level(),
  };
}

/** Whether a value is a card, and not a message's content in the place of one. */
export const isCard = (value: unknown): boolean =>
  isObject(value) && ["header", "elements", "body", "i18n_elements", "i18n_header"].some((name) => name in value);
