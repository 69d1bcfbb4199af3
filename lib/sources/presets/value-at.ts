import { readFieldPath } from "../../model/field-path.ts";
import { readPath } from "../generic/read-path.ts";

const each = /\.\*(?:\.|$)/;

const readAt = (body: unknown, path: string): unknown => {
  const steps = readFieldPath(path === "" ? "$" : `$.${path}`);
  return steps && readPath(body, steps);
};

/** What stands at a path such as `a.b[0].c`; of `a.*.b` a list of what each item of `a` has at `b`. */
export function valueAt(body: unknown, path: string): unknown {
  const [list = "", item] = path.split(each);
  if (item === undefined) return readAt(body, path);
  const items = readAt(body, list);
  return Array.isArray(items) ? items.map((one) => readAt(one, item)).filter((one) => one != null) : undefined;
}

/** What stands beside it, under another name. */
export const besideOf = (body: unknown, path: string, name: string): unknown =>
  readAt(body, [...path.split(".").slice(0, -1), name].join("."));
