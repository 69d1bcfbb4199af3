export type Instruction = {
  readonly word: string;
  readonly flags: Readonly<Record<string, string>>;
  /** What is behind the flags. */
  readonly rest: string;
};

export type Stage = { readonly name: string; readonly from: string; readonly instructions: readonly Instruction[] };

export type Dockerfile = {
  /** Of arguments before the first stage. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly stages: readonly Stage[];
};

/** As much of a Dockerfile's grammar as ours uses. */
export function readDockerfile(text: string): Dockerfile {
  const lines = text
    .replaceAll(/^#.*\n/gm, "")
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const instructions = lines.map(readInstruction);
  const starts = instructions.flatMap(({ word }, at) => (word === "FROM" ? [at] : []));
  return {
    defaults: readPairs(instructions.slice(0, starts[0]).map(({ rest }) => rest)),
    stages: starts.map((start, at) => {
      const { rest = "" } = instructions[start] ?? {};
      const [, from = "", name = String(at)] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(rest) ?? [];
      return { name, from, instructions: instructions.slice(start + 1, starts[at + 1]) };
    }),
  };
}

function readInstruction(line: string): Instruction {
  const [, word, flags = "", rest = ""] = /^([A-Z]+)\s+((?:--\S+\s+)*)(.+)$/.exec(line) ?? [];
  if (word === undefined) throw new Error(`no instruction of a Dockerfile: ${line}`);
  return { word, flags: readPairs(flags.split(/\s+/).map((flag) => flag.slice(2))), rest: rest.trim() };
}

/** `NAME=value`, without quotes. */
export const readPairs = (pairs: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pairs
      .filter((pair) => pair.includes("="))
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
