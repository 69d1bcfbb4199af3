import type { Item } from "../item.ts";

/** A set in JSON, which has none: an object with this one member. No object of the table has a member of the name. */
const mark = "$set";

/** An item as one text. */
export const encode = (item: Item): string =>
  JSON.stringify(item, (_, value: unknown) => (value instanceof Set ? { [mark]: [...value] } : value));

/** An item from its text. Only attributes themselves are sets, so that nothing deeper need be looked at. */
export function decode(text: string): Item {
  const item = JSON.parse(text) as Record<string, Item[string]>;
  if (text.includes(`"${mark}":`))
    for (const [name, value] of Object.entries(item)) {
      const members = typeof value === "object" && value !== null ? (value as Item)[mark] : undefined;
      if (Array.isArray(members)) item[name] = new Set(members as readonly string[]);
    }
  return item;
}
