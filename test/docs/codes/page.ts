import { codeRanges } from "../../../lib/qq/codes/other-calls.ts";
import { codes } from "../../../lib/qq/codes.ts";
import type { Meaning } from "../../../lib/qq/codes/meaning.ts";
import type { Language } from "../../../lib/model/language.ts";
import type { Said } from "../../../lib/model/said.ts";
import { kinds, lasting, ofCode, repairs } from "./advice.ts";
import { codeWords, rangeWords } from "./code-words.ts";

/** The pages with the table of codes. */
export const pages: Readonly<Record<Language, string>> = {
  en: "docs/troubleshooting.md",
  zh: "docs/troubleshooting.zh-CN.md",
};

/** One line: a code or a range of them. */
type Row = { readonly name: string; readonly at: number; readonly meaning: Meaning; readonly words: Said | undefined };

/** Every code and range that the relay knows. */
export const rows: readonly Row[] = [
  ...Object.entries(codes).map(([code, meaning]) => ({
    name: code,
    at: Number(code),
    meaning,
    words: codeWords[Number(code)],
  })),
  ...codeRanges.map(({ from, to, as }) => ({
    name: `${from}–${to}`,
    at: from,
    meaning: { as },
    words: rangeWords[from],
  })),
].toSorted((a, b) => a.at - b.at);

const heads: Readonly<Record<Language, string>> = {
  zh: "| 代码 | 意思 | 中继怎么做 | 你怎么做 |\n| --- | --- | --- | --- |",
  en: "| code | meaning | the relay | you |\n| --- | --- | --- | --- |",
};

/** The tables of a language, one for each kind, under its heading. */
export function codeTables(language: Language): string {
  const titles = Map.groupBy(rows, ({ meaning }) => kinds[meaning.as].title[language]);
  const order = [...new Set(Object.values(kinds).map(({ title }) => title[language]))];
  return order
    .flatMap((title) => {
      const own = titles.get(title) ?? [];
      return own.length === 0
        ? []
        : [`### ${title}\n\n${[heads[language], ...own.map((row) => lineOf(row, language))].join("\n")}`];
    })
    .join("\n\n");
}

function lineOf({ name, at, meaning, words }: Row, language: Language): string {
  const relay = relayDoes(meaning)[language];
  const you = (ofCode[at] ?? youDo(meaning))[language];
  return `| \`${name}\` | ${words?.[language] ?? ""} | ${relay} | ${you} |`;
}

const repairOf = (meaning: Meaning) => ("repair" in meaning ? (meaning.repair ?? []) : []);

/** What the relay does: of what can be repaired how, and of what is asked for once that it is. */
function relayDoes(meaning: Meaning): Said {
  const [first, ...others] = repairOf(meaning).map((repair) => repairs[repair]);
  const { relay } = kinds[meaning.as];
  if (meaning.as === "fix" && first) {
    const ways = [first, ...others];
    return {
      zh: `${ways.map(({ zh }) => zh).join("，再不行")}，马上再发，不多占额度`,
      en: `sends it again at once ${ways.map(({ en }) => en).join(", else ")}, at no further cost`,
    };
  }
  if ("once" in meaning)
    return { zh: `${relay.zh}；马上重试只一次，QQ 这样要求`, en: `${relay.en}; at once only one time, as QQ asks` };
  if (meaning.as === "again" && first)
    return { zh: `${relay.zh}；还不行就${first.zh}`, en: `${relay.en}; else ${first.en}` };
  return relay;
}

function youDo(meaning: Meaning): Said {
  const [first] = repairOf(meaning);
  return meaning.as === "fix" && first ? lasting[first] : kinds[meaning.as].you;
}

/** A page with its tables as the code has them now: `<!-- codes -->` … `<!-- end -->`. */
export function fillPage(text: string, language: Language): string {
  const place = /(<!-- codes -->\n)[\s\S]*?(<!-- end -->)/;
  if (!place.test(text)) throw new Error("no place for the codes");
  return text.replace(place, (_, open: string, end: string) => `${open}\n${codeTables(language)}\n\n${end}`);
}
