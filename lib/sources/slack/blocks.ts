import { httpLink } from "../http-link.ts";
import type { Card } from "../facade/card.ts";
import { readField } from "../facade/fields.ts";
import { member, objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import type { Told } from "../markup/told.ts";
import type { Readers } from "./readers.ts";
import { readRichText } from "./rich-text.ts";

type Block = Readonly<Record<string, unknown>>;
type Read = (block: Block, readers: Readers) => readonly Told[];

/** A field that has its name in bold on a line of its own. */
const namedField = /^\*([^*\n]+)\*:?[ \t]*\n+([^\n]+)\n*$/;

function readSectionField(value: unknown, { object }: Readers): Told {
  const [, name, words] = namedField.exec(textOf(member(value, "text")) ?? "") ?? [];
  return name === undefined ? object(value) : readField(name, words, object);
}

/** The cells of a table's row on one line. */
function readRow(row: unknown, { object }: Readers): Told {
  const cells = objectsOf(row).map((cell) => (cell["type"] === "rich_text" ? readRichText(cell) : object(cell)));
  return { ...Object.assign({}, ...cells), lines: [cells.map(({ lines }) => lines.join(" ")).join(" · ")] };
}

/** What each kind of block says (docs.slack.dev, "Blocks"); of any other its text. */
const kinds: Readonly<Record<string, Read>> = {
  section: ({ text, fields }, readers) => [
    readers.object(text),
    ...objectsOf(fields).map((field) => readSectionField(field, readers)),
  ],
  context: ({ elements }, { object }) =>
    objectsOf(elements)
      .filter(({ type }) => type !== "image")
      .map(object),
  markdown: ({ text }, { markdown }) => [markdown(text)],
  rich_text: (block) => [readRichText(block)],
  image: ({ title }, { object }) => [object(title)],
  video: ({ title, description }, { object }) => [object(title), object(description)],
  input: ({ label }, { object }) => [object(label)],
  table: ({ rows }, readers) => (Array.isArray(rows) ? rows.map((row) => readRow(row, readers)) : []),
  actions: () => [],
  divider: () => [],
};

const fallback: Read = ({ text }, { object }) => [object(text)];

const urlOf = (value: unknown): string | undefined => httpLink(textOf(value));

const buttonsOf = ({ accessory, elements, title_url }: Block): readonly unknown[] => [
  member(accessory, "url"),
  title_url,
  ...objectsOf(elements).map(({ type, url }) => (type === "button" ? url : undefined)),
];

const imageOf = ({ type, accessory, ...block }: Block): string | undefined =>
  urlOf(type === "image" ? (block["image_url"] ?? member(block["slack_file"], "url")) : member(accessory, "image_url"));

/** A message's blocks as one part of it; the first header is its title. */
export function readBlocks(value: unknown, readers: Readers): Card {
  const blocks = objectsOf(value);
  const header = blocks.find(({ type }) => type === "header");
  const title = header && readers.object(header["text"]).lines.join(" ").trim();
  const told = blocks
    .filter((block) => block !== header)
    .flatMap((block) => (kinds[textOf(block["type"]) ?? ""] ?? fallback)(block, readers));
  const [button] = blocks.flatMap(buttonsOf).flatMap((url) => urlOf(url) ?? []);
  return { title: title || undefined, told, button, image: blocks.map(imageOf).find((image) => image !== undefined) };
}
