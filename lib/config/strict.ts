import * as z from "zod";

/** An object of the configuration: a misspelt field is refused by name, with those that it may have been meant for. */
export const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has unknown ${issue.keys.map((key) => `"${key}"`).join(", ")}; it may have ${Object.keys(shape).join(", ")}`
        : undefined,
  });
