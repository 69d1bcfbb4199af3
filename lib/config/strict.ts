import * as z from "zod";
import { say } from "./tell-issue.ts";

/**
 * An object of the configuration: a misspelt field is refused by name, with those that it may have been meant for. `misfit`
 * says what is wrong with what is no object, where an example helps.
 */
export const strict = <Shape extends z.ZodRawShape>(shape: Shape, misfit?: (input: unknown) => string) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === "unrecognized_keys") return sayUnknown(issue.keys, Object.keys(shape));
      return issue.code === "invalid_type" && issue.input !== undefined ? misfit?.(issue.input) : undefined;
    },
  });

function sayUnknown(unknown: readonly string[], known: readonly string[]): string {
  const names = unknown.map((key) => `"${key}"`);
  return say(
    `里没有 ${names.join("、")} 这一项；可写 ${known.join("、")}`,
    `has unknown ${names.join(", ")}; it may have ${known.join(", ")}`,
  );
}
