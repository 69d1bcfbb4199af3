import type { PathStep } from "../../model/field-path.ts";

/** The value at a path of a JSON body, by own members and items only; undefined when there is none. */
export function readPath(value: unknown, steps: readonly PathStep[]): unknown {
  let found = value;
  for (const step of steps) {
    if (typeof found !== "object" || found === null) return undefined;
    if (Array.isArray(found) !== (typeof step === "number") || !Object.hasOwn(found, step)) return undefined;
    found = (found as Readonly<Record<PathStep, unknown>>)[step];
  }
  return found;
}
