import { parseArgs } from "node:util";
import { type ShapeName, shapeNames } from "./shapes.ts";
import type { Chance } from "./timeline.ts";

export type Options = Chance & {
  readonly print: "text" | "markdown" | "json";
  /** Three seeds of every shape, held against the bounds. */
  readonly all: boolean;
  /** All that this repository's pages show of the simulation, pictures too, is written anew. */
  readonly docs: boolean;
  /** Where the month is to be drawn, and nothing else done. */
  readonly picture?: string;
};

const usage = `npm run simulate -- [--seed 1] [--days 30] [--shape ${shapeNames.join(" | ")}] [--all | --picture FILE.svg | --docs] [--markdown | --json]`;

/** Reads the command's options; throws with the usage where it cannot. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parse(args);
  const { picture } = values;
  return {
    seed: readWhole("--seed", values.seed, [0, 2 ** 31 - 1]),
    days: readWhole("--days", values.days, [1, 366]),
    shape: readShape(values.shape),
    print: printAs(values),
    all: values.all,
    docs: values.docs,
    ...(picture !== undefined && { picture: readPicture(picture) }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: { type: "string", default: "1" },
        days: { type: "string", default: "30" },
        shape: { type: "string", default: "team" },
        all: { type: "boolean", default: false },
        docs: { type: "boolean", default: false },
        picture: { type: "string" },
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

function readShape(text: string): ShapeName {
  const shape = shapeNames.find((name) => name === text);
  if (shape) return shape;
  throw new Error(`--shape must be one of ${shapeNames.join(", ")}, and is "${text}"\n${usage}`);
}

function readPicture(file: string): string {
  if (file.endsWith(".svg")) return file;
  throw new Error(`--picture must name a file that ends in .svg, and is "${file}"\n${usage}`);
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
