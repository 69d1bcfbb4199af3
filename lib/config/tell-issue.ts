import type * as z from "zod";
import type { Said } from "../model/said.ts";

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** A fault in both languages as the one text that a schema may answer. */
export const say = (zh: string, en: string): string => JSON.stringify({ zh, en } satisfies Said);

/** Says what is wrong with a value of the configuration, to follow its path: `is missing`, `"grup" is none of …`. */
export function sayFault(issue: RawIssue): string {
  if (issue.input === undefined)
    return issue.code === "invalid_value"
      ? say(`没有写；可写 ${issue.values.join("、")}`, `is missing; write one of ${issue.values.join(", ")}`)
      : say("没有写", "is missing");
  if (issue.code === "invalid_type") return sayKind(issue.expected);
  if (issue.code === "invalid_value") return sayNone(issue.input, issue.values);
  return say("不对", "is not valid");
}

const sayNone = (input: unknown, values: readonly unknown[]): string =>
  say(`${show(input)} 不是 ${values.join("、")} 之一`, `${show(input)} is none of ${values.join(", ")}`);

/** A foreign value in a message, short enough to read. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

/** One sentence a fault, each with its path. Of a union the alternative that fits best is told about. */
export function tellIssue(issue: Issue, outer: readonly PropertyKey[] = []): readonly Said[] {
  const path = [...outer, ...issue.path];
  if (issue.code === "invalid_union") {
    const [closest] = issue.errors.filter(isNear).toSorted((a, b) => a.length - b.length);
    if (closest) return closest.flatMap((inner) => tellIssue(inner, path));
  }
  const { zh, en } = readSaid(issue.message);
  return [{ zh: `${tellPath(path)}${zh}`, en: `${tellPath(path)}${en}` }];
}

/** What `say` wrote. */
const readSaid = (message: string): Said => JSON.parse(message) as Said;

/** An alternative of another kind altogether tells nothing. */
const isNear = (issues: readonly Issue[]): boolean =>
  issues.length > 0 && issues.every((issue) => issue.path.length > 0 || issue.code === "unrecognized_keys");

function tellPath(path: readonly PropertyKey[]): string {
  const text = path.map(tellStep).join("").replace(/^\./, "");
  return text === "" ? "" : `${text} `;
}

function tellStep(key: PropertyKey): string {
  if (typeof key === "number") return `[${key}]`;
  return /^\w+$/.test(String(key)) ? `.${String(key)}` : `[${show(key)}]`;
}

const kinds: Readonly<Record<string, Said>> = {
  array: { zh: "列表", en: "a list" },
  int: { zh: "整数", en: "a whole number" },
  number: { zh: "数字", en: "a number" },
  object: { zh: "对象", en: "an object" },
  record: { zh: "对象", en: "an object" },
  string: { zh: "文字", en: "text" },
  boolean: { zh: "true 或 false", en: "true or false" },
};

function sayKind(kind: string): string {
  const { zh, en } = kinds[kind] ?? { zh: kind, en: `a ${kind}` };
  return say(`要写成${/^[a-z]/.test(zh) ? " " : ""}${zh}`, `must be ${en}`);
}
