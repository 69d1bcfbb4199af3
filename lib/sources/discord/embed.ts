import type { LevelScale } from "../../model/level-scale.ts";
import type { Card } from "../facade/card.ts";
import { readField } from "../facade/fields.ts";
import { member, objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { levelOfColor } from "../levels/level-of-color.ts";
import type { Told } from "../markup/told.ts";

/** A reader of one message's texts. */
export type ReadValue = (value: unknown) => Told;

/** An embed as one part of a message. Its thumbnail is mostly an emblem, and is not told. Nobody is called by what stands in it. */
export function readEmbed(
  embed: Readonly<Record<string, unknown>>,
  read: ReadValue,
  scale: LevelScale | undefined,
): Card {
  const title = read(embed["title"]).lines.join(" ").trim();
  const told = [
    read(member(embed["author"], "name")),
    read(embed["description"]),
    ...objectsOf(embed["fields"]).map(({ name, value }) => readField(name, value, read)),
    read(member(embed["footer"], "text")),
  ];
  return {
    title: title || undefined,
    told: told.map((each) => ({ ...each, calls: undefined })),
    link: httpLink(textOf(embed["url"])) ?? httpLink(textOf(member(embed["author"], "url"))),
    image: httpLink(textOf(member(embed["image"], "url"))),
    level: levelOfColor(embed["color"], scale),
  };
}
