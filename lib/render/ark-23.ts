import type { Language } from "../model/language.ts";
import { arkPair } from "./ark-pair.ts";
import { sourcesOf, tellLeft, tellPage } from "./page.ts";
import { type Part, tell, tellItem } from "./part.ts";
import type { Renderer } from "./style.ts";
import { words } from "./words.ts";

type Row = { readonly obj_kv: readonly { readonly key: string; readonly value: string }[] };

const row = (desc: string, link?: string): Row => ({
  obj_kv: [{ key: "desc", value: desc }, ...(link === undefined ? [] : [{ key: "link", value: link }])],
});

const plainRows = (lines: readonly string[]): readonly Row[] => lines.map((line) => row(line));

const blockRows = (part: Part, language: Language): readonly Row[] => [
  ...plainRows(tell(part, language)),
  ...(part.address === undefined ? [] : [row(part.address)]),
  ...(part.link === undefined ? [] : [row(words[language].view, part.link)]),
];

/** In a list the title itself leads on. */
const itemRows = (part: Part, language: Language): readonly Row[] =>
  [...tellItem(part, language), ...(part.address === undefined ? [] : [part.address])].map((line, index) =>
    index === 0 ? row(line, part.link) : row(line),
  );

/** Template 23, link and text list: a row for each line. Only the rows are seen in the chat. */
export const renderArk23: Renderer = (page, { language }) => {
  const { answer, header, entries, note } = page;
  const rows = [
    ...(answer === undefined ? [] : blockRows(answer, language)),
    ...(header === undefined
      ? entries.flatMap((part) => blockRows(part, language))
      : [row(header), ...entries.flatMap((part) => itemRows(part, language))]),
    ...plainRows(tellLeft(page, language)),
    ...(note === undefined ? [] : [row(note)]),
  ];
  const [title] = tellPage(page, language);
  return {
    form: "ark",
    template: 23,
    kv: [arkPair("#DESC#", sourcesOf(page)), arkPair("#PROMPT#", title), { key: "#LIST#", obj: rows }],
  };
};
