import type { Send } from "./send.ts";

/** Pictures that QQ fetches and hosts itself: no links to a reader. */
const pictures = new Set(["#IMG#", "#METACOVER#"]);

/** All words of a body that a reader gets to see or press, for the rules on their content. */
export function shownTexts(fields: Send["fields"]): readonly string[] {
  return [
    fields.content ?? "",
    ...stringsIn(fields.markdown),
    ...stringsIn(fields.ark?.["kv"]),
    ...stringsIn(fields.embed),
    ...stringsIn(fields.keyboard),
  ];
}

/** Every string inside a value; thumbnails and an ark's pictures are left out. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  const { key, thumbnail: _, ...rest } = value as Record<string, unknown>;
  return typeof key === "string" && pictures.has(key) ? [] : Object.values(rest).flatMap(stringsIn);
}
