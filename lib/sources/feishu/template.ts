import { isObject } from "../../base/is-object.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import type { Card } from "../facade/card.ts";
import { readField } from "../facade/fields.ts";
import { member } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { levelOfColor } from "../levels/level-of-color.ts";
import type { Told } from "../markup/told.ts";
import type { Readers } from "./readers.ts";

const titled = /title|标题|subject|主题/i;
const colored = /colou?r$|颜色$/i;

const urlOf = (value: unknown): string | undefined =>
  httpLink(textOf(value)) ?? httpLink(textOf(member(value, "url")) ?? textOf(member(value, "pc_url")));

/** Of a list its items, each of which has variables of its own. */
function tell(name: string, value: unknown, { markdown }: Readers): readonly Told[] {
  if (Array.isArray(value))
    return value.map((item: unknown) => {
      const parts = isObject(item) ? Object.values(item) : [item];
      return { lines: [parts.flatMap((part) => (textOf(part) === undefined ? [] : markdown(part).lines)).join(" · ")] };
    });
  return textOf(value) === undefined ? [] : [readField(name, value, markdown)];
}

/** A card that is but the id of a template and its variables: these by their names. */
export function readTemplate(data: unknown, readers: Readers, scale: LevelScale | undefined): Card {
  const variables = member(data, "template_variable");
  const all = isObject(variables) ? Object.entries(variables) : [];
  const heading = all.find(([name, value]) => titled.test(name) && textOf(value) !== undefined);
  const isTold = ([name, value]: readonly [string, unknown]) =>
    name !== heading?.[0] && !colored.test(name) && !urlOf(value);
  return {
    title: heading && (readers.markdown(heading[1]).lines.join(" ").trim() || undefined),
    told: all.filter(isTold).flatMap(([name, value]) => tell(name, value, readers)),
    link: all.flatMap(([, value]) => urlOf(value) ?? [])[0],
    level: all.flatMap(([name, value]) => (colored.test(name) ? (levelOfColor(value, scale) ?? []) : []))[0],
  };
}
