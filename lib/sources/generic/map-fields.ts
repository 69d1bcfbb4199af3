import type { Notice } from "../../model/notice.ts";
import type { FoundFields, MapContext } from "../../model/source.ts";
import { capLines, room } from "../cap-lines.ts";
import { httpLink } from "../http-link.ts";
import { oneLine } from "../one-line.ts";
import { readImage } from "../read-image.ts";
import { shortKey } from "../short-key.ts";
import { words } from "./words.ts";

/** In characters. A first line longer than `firstLine` is no title but text; of a text, no more than `read` is looked at. */
const maxLength = { title: 200, firstLine: 100, read: 100_000 };

/** The fields of a generic body as a notice. With a key, a newer notice stands for all older ones of the key. */
export function mapFields(fields: FoundFields, event: string, { language, at }: MapContext): Notice {
  const { title, lines } = readText(fields, words[language].untitled);
  const { kept, left } = capLines(lines, room);
  const unseen = left.characters + Math.max(0, (fields.text?.length ?? 0) - maxLength.read);
  const level = fields.level ?? "info";
  const link = httpLink(fields.link);
  const picture = readImage(fields.image);
  const missing = words[language].missing;
  return {
    source: "generic",
    event,
    level,
    title,
    lines: [
      ...kept,
      ...(unseen > 0 ? [words[language].left(unseen)] : []),
      ...(picture.kind === "too-large" || picture.kind === "unread" ? [missing[picture.kind]] : []),
    ],
    at: at.toISOString(),
    ...(link !== undefined && { link }),
    ...(picture.kind === "taken" && { image: picture.image }),
    ...(fields.key !== undefined && {
      key: `generic/${shortKey(fields.key)}`,
      replaces: true,
      ...(level === "success" && { resolved: true }),
    }),
  };
}

/** Without a title the first line is one, unless it is too long to be read as one. */
function readText({ title = "", text = "" }: FoundFields, untitled: string): Pick<Notice, "title" | "lines"> {
  const lines = text
    .slice(0, maxLength.read)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => oneLine(line, line.length))
    .filter((line) => line !== "");
  const heading = oneLine(title, maxLength.title);
  if (heading !== "") return { title: heading, lines };
  const [first = untitled, ...rest] = lines;
  return first.length <= maxLength.firstLine ? { title: first, lines: rest } : { title: untitled, lines };
}
