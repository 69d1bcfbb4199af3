import type { LevelScale } from "../../model/level-scale.ts";
import type { Level } from "../../model/level.ts";
import type { Card } from "../facade/card.ts";
import { member, objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { levelOfColor } from "../levels/level-of-color.ts";
import type { Told } from "../markup/told.ts";
import type { ReadValue } from "./embed.ts";

type Component = Readonly<Record<string, unknown>>;

/** Numbers of the components that say something (docs.discord.com, "Components"). */
const kinds = { button: 2, text: 10, gallery: 12 } as const;

/** All components, of containers too, in their order. The body's depth is capped. */
const flatten = (value: unknown): readonly Component[] =>
  objectsOf(value).flatMap((each) => [each, ...flatten(each["components"]), ...flatten(each["accessory"])]);

/** The components of a message as one part of it: where it has flag 32768 they hold its words, else its buttons. */
export function readComponents(value: unknown, read: ReadValue, scale: LevelScale | undefined): Card {
  const all = flatten(value);
  const of = (kind: keyof typeof kinds): readonly Component[] => all.filter(({ type }) => type === kinds[kind]);
  const told: readonly Told[] = of("text").map(({ content }) => read(content));
  const pictures = of("gallery").flatMap(({ items }) => objectsOf(items).map((item) => member(item, "media", "url")));
  const levels = all.flatMap(({ accent_color }): readonly Level[] => {
    const level = levelOfColor(accent_color, scale);
    return level === undefined ? [] : [level];
  });
  return {
    told,
    button: of("button").flatMap(({ url }) => httpLink(textOf(url)) ?? [])[0],
    image: pictures.flatMap((url) => httpLink(textOf(url)) ?? [])[0],
    level: levels[0],
  };
}
