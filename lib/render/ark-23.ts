import { arkPair } from "./ark-pair.ts";
import { tell, tellLeft } from "./part.ts";
import type { Renderer } from "./style.ts";
import { words } from "./words.ts";

type Row = { readonly obj_kv: readonly { readonly key: string; readonly value: string }[] };

const row = (desc: string, link?: string): Row => ({
  obj_kv: [{ key: "desc", value: desc }, ...(link === undefined ? [] : [{ key: "link", value: link }])],
});

/** Template 23, link and text list: a row for each line, the last one leads on. Only the rows are seen in the chat. */
export const renderArk23: Renderer = (parts, left, { language }) => {
  const rows = parts.flatMap((part) => [
    ...tell(part, language).map((line) => row(line)),
    ...(part.address === undefined ? [] : [row(part.address)]),
    ...(part.link === undefined ? [] : [row(words[language].view, part.link)]),
  ]);
  const [title] = parts.flatMap((part) => tell(part, language));
  return {
    form: "ark",
    template: 23,
    kv: [
      arkPair("#DESC#", parts.at(0)?.source),
      arkPair("#PROMPT#", title),
      { key: "#LIST#", obj: [...rows, ...tellLeft(left, language).map((line) => row(line))] },
    ],
  };
};
