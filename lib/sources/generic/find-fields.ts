import { readFieldPath } from "../../model/field-path.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import type { FieldPaths, FoundFields } from "../../model/source.ts";
import { isObject } from "../../base/is-object.ts";
import { defined } from "../../base/defined.ts";
import { lookUp } from "../look-up.ts";
import { type FieldName, fieldNames } from "./field-names.ts";
import { findLevel, levelOf } from "./find-level.ts";
import type { ReadBody } from "./read-body.ts";
import { readPath } from "./read-path.ts";
import { readWords } from "./read-words.ts";

/** The notice's fields in a body: where the route gives a path, at that path only; else by name. */
export function findFields(body: unknown, paths: FieldPaths): FoundFields {
  const named = isObject(body) ? body : {};
  const words = (field: Exclude<FieldName, "level">) =>
    paths[field] === undefined ? findByName(named, field) : readWords(readAt(body, paths[field]));
  const title = words("title");
  const text = words("text");
  return defined({
    title,
    text: text === title ? undefined : text,
    level: paths.level === undefined ? findLevel(named) : levelOf(readAt(body, paths.level)),
    link: words("link"),
    key: words("key"),
    image: words("image"),
  });
}

/** Why a body with neither title nor text is refused: what was looked for, and where. */
export function nothingToTell(read: ReadBody, paths: FieldPaths): Refusal {
  if (read.as === "plain text")
    return refuse(
      "invalid",
      "body: nothing to tell, it is empty: send some text",
      "body：没有内容，是空的：请发些文字",
    );
  const wrong = wrongMember(read.body, paths);
  if (wrong !== undefined)
    return refuse(
      "invalid",
      `body.${wrong}: expected text, a number, or a list of these`,
      `body.${wrong}：要写成文字、数字，或它们的列表`,
    );
  const looked = (["title", "text"] as const).map((field) =>
    paths[field] === undefined
      ? [`no ${fieldNames[field].join(", ")} for the ${field}`, `没有 ${fieldNames[field].join("、")} 可作 ${field}`]
      : [`nothing at ${paths[field]} for the ${field}`, `${paths[field]} 处没有内容可作 ${field}`],
  );
  return refuse(
    "invalid",
    `body (read as ${read.as}): nothing to tell: ${looked.map(([en]) => en).join("; ")}`,
    `body（按 ${read.as} 读取）没有可通知的内容：${looked.map(([, zh]) => zh).join("；")}`,
  );
}

/** The name of the first member that would be title or text, but is no words: an object, a list with one in it. */
function wrongMember(body: unknown, paths: FieldPaths): string | undefined {
  if (!isObject(body)) return undefined;
  const names = (["title", "text"] as const).flatMap((field) => (paths[field] === undefined ? fieldNames[field] : []));
  return names.find((each) => typeof lookUp(body, each) === "object" && lookUp(body, each) !== null);
}

function findByName(named: Readonly<Record<string, unknown>>, field: FieldName): string | undefined {
  return fieldNames[field].map((name) => readWords(lookUp(named, name))).find((words) => words !== undefined);
}

const readAt = (body: unknown, path: string): unknown => {
  const steps = readFieldPath(path);
  return steps && readPath(body, steps);
};
