import { formPairs } from "../base/form-pairs.ts";
import { isRefusal, refuse, type Refusal } from "../model/refusal.ts";
import { bodyPath } from "./body-path.ts";

/** Deeper bodies are no webhook's; the cap keeps every later walk off the stack's end. */
const maxDepth = 100;

/** Looking for a fault costs some twenty parses: a nuisance in a long body must not cost a second. */
const maxSearch = 250_000;

/** Bytes of a body as text. Strict: a body in another encoding is refused, not mangled. */
export function readText(bytes: Uint8Array): { readonly text: string } | Refusal {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return refuse("unreadable", "body is not valid UTF-8: send it in UTF-8", "正文不是有效的 UTF-8：请用 UTF-8 发送");
  }
}

/** Bytes of a body as JSON, without keys that could reach a prototype, and not too deep to walk. */
export function readJson(bytes: Uint8Array): { readonly json: unknown } | Refusal {
  const read = readText(bytes);
  return isRefusal(read) ? read : parseJson(read.text);
}

/** Text as JSON, under the rules of `readJson`. The message tells where it breaks, never what stands there. */
export function parseJson(text: string): { readonly json: unknown } | Refusal {
  if (text.trim() === "") return refuse("unreadable", "body is empty: send JSON", "正文是空的：请发 JSON");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const [en, zh] = whereItBreaks(text, error);
    return refuse("unreadable", `body is not JSON: ${en}`, `正文不是 JSON：${zh}`);
  }
  return findUnsafe(json, []) ?? { json };
}

/** Fields of a form body; of a repeated field the last counts. The object has no prototype, so any name is safe. */
export function readForm(bytes: Uint8Array): { readonly form: Readonly<Record<string, string>> } | Refusal {
  const read = readText(bytes);
  if (isRefusal(read)) return read;
  const form = Object.create(null) as Record<string, string>;
  const saysReplacement = /\uFFFD|%EF%BF%BD/i.test(read.text);
  const pairs = formPairs(read.text);
  if (!pairs)
    return refuse("unreadable", "the form has over 1000 fields: send fewer", "表单的字段超过 1000 个：请少发一些");
  for (const [name, value] of pairs) {
    if (!saysReplacement && `${name}${value}`.includes("\uFFFD")) {
      return refuse(
        "unreadable",
        `form field ${JSON.stringify(name.slice(0, 60))} is not valid UTF-8: send it in UTF-8`,
        `表单的 ${JSON.stringify(name.slice(0, 60))} 不是有效的 UTF-8：请用 UTF-8 发送`,
      );
    }
    form[name] = value;
  }
  return { form };
}

function whereItBreaks(text: string, error: unknown): readonly [en: string, zh: string] {
  const message = error instanceof Error ? error.message : "";
  if (message.includes("end of JSON"))
    return [`it ends too early, after ${text.length} characters`, `到第 ${text.length} 个字符就断了`];
  const told = /at position (\d+)/.exec(message)?.[1];
  if (told === undefined && text.length > maxSearch)
    return ["it holds a character where none fits", "有一个字符放错了地方"];
  const position = told === undefined ? firstBadCharacter(text) : Number(told);
  const before = text.slice(0, position).split("\n");
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return [`fault at line ${line} column ${column}`, `第 ${line} 行第 ${column} 列有错`];
}

/** V8 names no position for an unexpected token; the shortest prefix that still holds it ends there. */
function firstBadCharacter(text: string): number {
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (hasUnexpectedToken(text.slice(0, middle))) bad = middle;
    else good = middle;
  }
  return good;
}

function hasUnexpectedToken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return error instanceof Error && error.message.startsWith("Unexpected token");
  }
}

const tooDeep = refuse("unreadable", `body is nested deeper than ${maxDepth} levels`, `正文嵌套超过 ${maxDepth} 层`);

/** Walks by recursion, which the depth cap bounds. `path` is shared and unwound, so a clean body costs no copies. */
function findUnsafe(value: unknown, path: PropertyKey[]): Refusal | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (path.length >= maxDepth) return tooDeep;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      path.push(index);
      const found = findUnsafe(item, path);
      if (found) return found;
      path.pop();
    }
    return undefined;
  }
  for (const [key, item] of Object.entries(value)) {
    path.push(key);
    if (key === "__proto__" || (key === "prototype" && path.at(-2) === "constructor")) {
      return refuse(
        "invalid",
        `${bodyPath(path)}: a key of this name is not taken`,
        `${bodyPath(path)}：不收这个名字的键`,
      );
    }
    const found = findUnsafe(item, path);
    if (found) return found;
    path.pop();
  }
  return undefined;
}
