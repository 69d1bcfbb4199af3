import type { Language } from "../../../lib/model/language.ts";
import type { Said } from "../../../lib/model/said.ts";
import type { Field, Kind } from "./read-schema.ts";
import type { Words, WordsOf } from "./words.ts";

/** One line of a table of options. */
export type Row = {
  readonly name: string;
  readonly type: Said;
  readonly fallback: Said | string;
  readonly meaning: Said;
};

/** The names that a `*` stands for, shown in its place. */
type Group = { readonly words: Words; readonly pattern: string; readonly fields: Field[] };

const patternOf = (path: string, words: WordsOf): string | undefined => {
  if (Object.hasOwn(words, path)) return path;
  return Object.keys(words).find(
    (key) =>
      key.includes("*") && new RegExp(`^${key.replaceAll(/[.[\]]/g, "\\$&").replaceAll("*", "[^.]+")}$`).test(path),
  );
};

/** Fields without words, and words of no field. */
export function unworded(fields: readonly Field[], words: WordsOf): readonly string[] {
  const used = new Set(fields.map(({ path }) => patternOf(path, words)));
  return [
    ...fields.filter(({ path }) => patternOf(path, words) === undefined).map(({ path }) => `${path} has no words`),
    ...Object.keys(words)
      .filter((key) => !used.has(key))
      .map((key) => `${key} has words and is no option`),
    ...fields.flatMap(({ path, kinds }) => {
      const { type } = words[patternOf(path, words) ?? ""] ?? {};
      return kinds.some(isUntold) && type === undefined ? [`${path}: words have to say its type`] : [];
    }),
  ];
}

/** Whether only code can tell what is taken. */
const isUntold = (kind: Kind): boolean => kind.kind === "custom" || (kind.kind === "list" && kind.of.some(isUntold));

/** The lines of a table, in the schema's order; `defaults` are known values by path. */
export function rowsOf(
  fields: readonly Field[],
  words: WordsOf,
  defaults: Readonly<Record<string, unknown>> = {},
): readonly Row[] {
  const groups = new Map<string, Group>();
  for (const field of fields) {
    const pattern = patternOf(field.path, words);
    const own = pattern === undefined ? undefined : words[pattern];
    if (pattern === undefined || own === undefined) continue;
    const group = groups.get(pattern) ?? { words: own, pattern, fields: [] };
    group.fields.push(field);
    groups.set(pattern, group);
  }
  return [...groups.values()].map(({ words, pattern, fields }) => ({
    name: nameOf(pattern, fields),
    type: words.type ?? typeOf(fields[0]?.kinds ?? []),
    fallback: words.fallback ?? (Object.hasOwn(defaults, pattern) ? JSON.stringify(defaults[pattern]) : ""),
    meaning: words,
  }));
}

/** `mention.(info|success)`: the members that a `*` stands for. */
function nameOf(pattern: string, fields: readonly Field[]): string {
  const at = pattern.split(".").indexOf("*");
  if (at < 0) return pattern;
  const members = [...new Set(fields.map(({ path }) => path.split(".")[at] ?? ""))];
  return pattern.replace("*", `(${members.join("|")})`);
}

const kinds: Readonly<Record<Exclude<Kind["kind"], "exactly" | "list">, Said>> = {
  text: { zh: "文字", en: "text" },
  number: { zh: "数", en: "number" },
  boolean: { zh: "`true` · `false`", en: "`true` · `false`" },
  object: { zh: "对象", en: "object" },
  null: { zh: "`null`", en: "`null`" },
  custom: { zh: "", en: "" },
};

const typeOf = (several: readonly Kind[]): Said => {
  const said = several.map(saidOf);
  return { zh: said.map(({ zh }) => zh).join(" · "), en: said.map(({ en }) => en).join(" · ") };
};

function saidOf(kind: Kind): Said {
  if (kind.kind === "exactly") {
    const values = kind.value
      .split(" ")
      .map((value) => `\`${value}\``)
      .join(" · ");
    return { zh: values, en: values };
  }
  if (kind.kind !== "list") return kinds[kind.kind];
  const { zh, en } = typeOf(kind.of);
  return { zh: `列表：${zh}`, en: `list of ${en}` };
}

const heads: Readonly<Record<Language, string>> = {
  zh: "| 选项 | 类型 | 默认 | 意思 |\n| --- | --- | --- | --- |",
  en: "| option | type | default | meaning |\n| --- | --- | --- | --- |",
};

/** A table of Markdown in one language. */
export const tableOf = (rows: readonly Row[], language: Language): string =>
  [heads[language], ...rows.map((row) => lineOf(row, language))].join("\n");

function lineOf({ name, type, fallback, meaning }: Row, language: Language): string {
  const value = typeof fallback === "string" ? fallback && `\`${fallback}\`` : fallback[language];
  const cells = [`\`${name}\``, type[language] || "–", value || "–", meaning[language]];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** Lines of options that no schema tells of: the words say all. */
export const rowsOfWords = (words: WordsOf): readonly Row[] =>
  Object.entries(words).map(([name, own]: readonly [string, Words]) => ({
    name,
    type: own.type ?? { zh: "", en: "" },
    fallback: own.fallback ?? "",
    meaning: own,
  }));
