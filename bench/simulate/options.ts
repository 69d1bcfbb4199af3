import { parseArgs } from "node:util";
import type { Chance } from "./timeline.ts";

export type Options = Chance & { readonly print: "text" | "markdown" | "json" };

const usage = "npm run simulate -- [--seed 1] [--days 30] [--markdown | --json]";

/** Reads the command's options; throws with the usage where it cannot. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parse(args);
  return {
    seed: readWhole("--seed", values.seed, [0, 2 ** 31 - 1]),
    days: readWhole("--days", values.days, [1, 366]),
    print: printAs(values),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: { type: "string", default: "1" },
        days: { type: "string", default: "30" },
        markdown: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`, { cause: error });
  }
}

function readWhole(name: string, text: string, [min, max]: readonly [number, number]): number {
  const number = Number(text);
  if (text.trim() !== "" && Number.isInteger(number) && number >= min && number <= max) return number;
  throw new Error(`${name} must be a whole number from ${min} to ${max}, and is "${text}"\n${usage}`);
}

function printAs({
  json,
  markdown,
}: {
  readonly json: boolean;
  readonly markdown: boolean;
}): "json" | "markdown" | "text" {
  if (json) return "json";
  return markdown ? "markdown" : "text";
}
