import { readFieldPath } from "../../model/field-path.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import type { FieldPaths, FoundFields, ReadOptions } from "../../model/source.ts";
import { isObject } from "../../base/is-object.ts";
import { defined } from "../../base/defined.ts";
import { lookUp } from "../look-up.ts";
import { type FieldName, fieldNames } from "./field-names.ts";
import { findLevel, levelAt } from "./find-level.ts";
import { readKnownBody } from "./known-bodies.ts";
import type { ReadBody } from "./read-body.ts";
import { readPath } from "./read-path.ts";
import { readWords } from "./read-words.ts";

/** The notice's fields in a body, and the word for its level that nobody knows. */
export type Found = { readonly fields: FoundFields; readonly unknownLevel?: string | undefined };

/** The notice's fields in a body: where the route gives a path, at that path only; else by name. */
export function findFields(body: unknown, { fields: paths = {}, levels = {} }: ReadOptions): Found {
  const named = isObject(body) ? body : {};
  const known = readKnownBody(body);
  const words = (field: Exclude<FieldName, "level">, of?: string) =>
    paths[field] === undefined ? (of ?? findByName(named, field)) : readWords(readAt(body, paths[field]));
  const { level, unknown } =
    paths.level === undefined ? findLevel(named, known, levels) : levelAt(readAt(body, paths.level), named, levels);
  const title = words("title", known.title);
  const text = words("text");
  const fields = {
    title: paths.title === undefined && isMereName(title, named, text ?? level) ? undefined : title,
    text: text === title ? undefined : text,
    level,
    link: words("link", known.link),
    key: words("key", known.key),
    image: words("image"),
  };
  return { fields: defined(fields), unknownLevel: unknown };
}

/** A thing's name says nothing of what became of it, unless more is said. */
const isMereName = (title: string | undefined, named: Named, more: string | undefined): boolean =>
  more === undefined && title !== undefined && title === readWords(lookUp(named, "name")) && !hasTitle(named);

const hasTitle = (named: Named): boolean =>
  fieldNames.title.some((name) => name !== "name" && readWords(lookUp(named, name)) !== undefined);

/** Why a body with neither title nor text is refused: what was looked for, and where. */
export function nothingToTell(read: ReadBody, paths: FieldPaths): Refusal {
  if (read.text.trim() === "")
    return refuse(
      "invalid",
      "body: nothing to tell, it is empty: send some text",
      "body：没有内容，是空的：请发些文字",
    );
  const fault = wrongMember(read.body, paths) ?? nameAlone(read.body, paths);
  if (fault !== undefined) return refuse("invalid", ...fault);
  const looked = (["title", "text"] as const).map((field) =>
    paths[field] === undefined
      ? [`no ${fieldNames[field].join(", ")} for the ${field}`, `没有 ${fieldNames[field].join("、")} 可作 ${field}`]
      : [`nothing at ${paths[field]} for the ${field}`, `${paths[field]} 处没有内容可作 ${field}`],
  );
  const [how, howZh] =
    read.as === "plain text"
      ? [
          "; the route's fields are paths into JSON or a form: send one of these",
          "；路由的 fields 指向 JSON 或表单里的位置：请发这两种之一",
        ]
      : ["", ""];
  return refuse(
    "invalid",
    `body (read as ${read.as}): nothing to tell: ${looked.map(([en]) => en).join("; ")}${how}`,
    `body（按 ${read.as} 读取）没有可通知的内容：${looked.map(([, zh]) => zh).join("；")}${howZh}`,
  );
}

/** A fault's words in both languages. */
type Told = readonly [en: string, zh: string];

const nameAlone = (body: unknown, paths: FieldPaths): Told | undefined =>
  isObject(body) && paths.title === undefined && readWords(lookUp(body, "name")) !== undefined
    ? [
        "body.name: a name alone says nothing of what happened: send a title or a text too",
        "body.name：只有名字，没说发生了什么：请再发 title 或 text",
      ]
    : undefined;

/** The first member that would be title or text, but is no words: an object, a list with one in it. */
function wrongMember(body: unknown, paths: FieldPaths): Told | undefined {
  if (!isObject(body)) return undefined;
  const names = (["title", "text"] as const).flatMap((field) => (paths[field] === undefined ? fieldNames[field] : []));
  const name = names.find((each) => typeof lookUp(body, each) === "object" && lookUp(body, each) !== null);
  return name === undefined
    ? undefined
    : [`body.${name}: expected text, a number, or a list of these`, `body.${name}：要写成文字、数字，或它们的列表`];
}

type Named = Readonly<Record<string, unknown>>;

function findByName(named: Named, field: FieldName): string | undefined {
  return fieldNames[field].map((name) => readWords(lookUp(named, name))).find((words) => words !== undefined);
}

const readAt = (body: unknown, path: string): unknown => {
  const steps = readFieldPath(path);
  return steps && readPath(body, steps);
};
