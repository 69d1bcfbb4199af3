import { member, objectsOf } from "../facade/members.ts";
import { readField } from "../facade/fields.ts";
import { textOf } from "../facade/text-of.ts";
import type { Told } from "../markup/told.ts";
import type { Readers } from "./readers.ts";

type Element = Readonly<Record<string, unknown>>;
type Read = (element: Element, readers: Readers) => readonly Told[];

/** A field that has its name in bold on a line of its own. */
const namedField = /^\s*\*\*([^*\n]+)\*\*[:：]?[ \t]*\n+([^\n]+)\s*$/;

function readDivField(field: Element, { object, markdown }: Readers): Told {
  const [, name, words] = namedField.exec(textOf(member(field, "text", "content")) ?? "") ?? [];
  return name === undefined ? object(field["text"]) : readField(name, words, markdown);
}

/** The cells of a table's row on one line, in the order of its columns. */
const readRow = (row: Element, columns: readonly Element[], { object }: Readers): Told => ({
  lines: [
    columns
      .flatMap(({ name }) => objectOrText(row[textOf(name) ?? ""], object))
      .filter((cell) => cell !== "")
      .join(" · "),
  ],
});

const objectOrText = (value: unknown, read: Readers["object"]): readonly string[] =>
  [value].flat().map((each) =>
    read(member(each, "text") ?? each)
      .lines.join(" ")
      .trim(),
  );

const within = (value: unknown, readers: Readers): readonly Told[] => [
  ...readElements(member(value, "columns"), readers),
  ...readElements(member(value, "elements"), readers),
];

/** What each kind of element says (open.feishu.cn, "Card components" of both versions); of any other its text and what is in it. */
const kinds: Readonly<Record<string, Read>> = {
  div: ({ text, fields }, readers) => [
    readers.object(text),
    ...objectsOf(fields).map((field) => readDivField(field, readers)),
  ],
  plain_text: (element, { object }) => [object(element)],
  lark_md: (element, { object }) => [object(element)],
  markdown: ({ content }, { markdown }) => [markdown(content)],
  img: ({ title }, { object }) => [object(title)],
  table: ({ columns, rows }, readers) => {
    const named = objectsOf(columns);
    const heads = named.map(({ name, display_name }) => textOf(display_name ?? name) ?? "");
    return [{ lines: [heads.join(" · ")] }, ...objectsOf(rows).map((row) => readRow(row, named, readers))];
  },
  chart: ({ chart_spec }, { plain }) => [plain(member(chart_spec, "title", "text"))],
  collapsible_panel: (element, readers) => [
    readers.object(member(element["header"], "title")),
    ...within(element, readers),
  ],
  action: () => [],
  button: () => [],
  hr: () => [],
};

const fallback: Read = (element, readers) => [
  ...(member(element, "text") === undefined ? [] : [readers.object(element["text"])]),
  ...within(element, readers),
];

/** The words of a card's elements, in their order, of those in others too. The body's depth is capped. */
export const readElements = (value: unknown, readers: Readers): readonly Told[] =>
  objectsOf([value].flat(2)).flatMap((element) => {
    const tag = textOf(element["tag"]) ?? "";
    return (Object.hasOwn(kinds, tag) ? (kinds[tag] ?? fallback) : fallback)(element, readers);
  });
