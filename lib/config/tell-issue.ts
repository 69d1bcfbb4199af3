import type * as z from "zod";

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** Says what is wrong with a value of the configuration, to follow its path: `is missing`, `"grup" is none of …`. */
export function sayFault(issue: RawIssue): string {
  if (issue.input === undefined)
    return issue.code === "invalid_value" ? `is missing; write one of ${issue.values.join(", ")}` : "is missing";
  if (issue.code === "invalid_type") return `must be ${articled(issue.expected)}`;
  if (issue.code === "invalid_value") return `${show(issue.input)} is none of ${issue.values.join(", ")}`;
  return "is not valid";
}

/** A foreign value in a message, short enough to read. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

/** One sentence a fault, each with its path. Of a union the alternative that fits best is told about. */
export function tellIssue(issue: Issue, outer: readonly PropertyKey[] = []): readonly string[] {
  const path = [...outer, ...issue.path];
  if (issue.code === "invalid_union") {
    const [closest] = issue.errors.filter(isNear).toSorted((a, b) => a.length - b.length);
    if (closest) return closest.flatMap((inner) => tellIssue(inner, path));
  }
  return [`${tellPath(path)}${issue.message}`];
}

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

const articles: Readonly<Record<string, string>> = {
  array: "a list",
  int: "a whole number",
  object: "an object",
  record: "an object",
  string: "text",
  boolean: "true or false",
};

const articled = (kind: string): string => articles[kind] ?? `a ${kind}`;
