import type { Language } from "../../model/language.ts";
import { arkPair } from "./ark-pair.ts";
import { sourcesOf, tellLeft, tellPage } from "../page/page.ts";
import { type Block, tell, tellItem } from "../page/block.ts";
import type { Renderer } from "./renderer.ts";
import { words } from "../words/words.ts";

type Row = { readonly obj_kv: readonly { readonly key: string; readonly value: string }[] };

const row = (desc: string, link?: string): Row => ({
  obj_kv: [{ key: "desc", value: desc }, ...(link === undefined ? [] : [{ key: "link", value: link }])],
});

const plainRows = (lines: readonly string[]): readonly Row[] => lines.map((line) => row(line));

const blockRows = (block: Block, language: Language): readonly Row[] => [
  ...plainRows(tell(block, language)),
  ...(block.address === undefined ? [] : [row(block.address)]),
  ...(block.link === undefined ? [] : [row(words[language].view, block.link)]),
];

/** In a list the title itself leads on. */
const itemRows = (block: Block, language: Language): readonly Row[] =>
  [...tellItem(block, language), ...(block.address === undefined ? [] : [block.address])].map((line, index) =>
    index === 0 ? row(line, block.link) : row(line),
  );

/** Template 23, link and text list: a row for each line. Only the rows are seen in the chat. */
export const renderArk23: Renderer = (page, { language }) => {
  const { answer, header, entries, note } = page;
  const rows = [
    ...(answer === undefined ? [] : blockRows(answer, language)),
    ...(header === undefined
      ? entries.flatMap((block) => blockRows(block, language))
      : [row(header), ...entries.flatMap((block) => itemRows(block, language))]),
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
