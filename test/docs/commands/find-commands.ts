import { type Part, partsOf } from "../markdown.ts";

/** One command that a document prints. */
export type Command = {
  readonly document: string;
  readonly line: number;
  /** As it stands there, without its comment; several behind `&&` are one each. */
  readonly text: string;
  /** Variables that the document sets: `sim=http://…`, `export AWS_REGION=…`. */
  readonly given: readonly string[];
};

const programs =
  "npm npx node docker curl git aws systemctl journalctl sudo useradd openssl ssh scp cp mkdir chmod chown cd timedatectl export sst pulumi brew apt apt-get wget echo cat".split(
    " ",
  );

const isCommand = (text: string): boolean => programs.includes(text.split(/\s/, 1)[0] ?? "") && /\s/.test(text);

const shells: ReadonlySet<string> = new Set(["sh", "bash", "shell", "console", "zsh"]);

/** Every command of a document: lines of its blocks for a shell, and what is set as code in its text and begins with a program. */
export function commandsIn(document: string, text: string): readonly Command[] {
  const parts = partsOf(text);
  const given = parts.flatMap((part) =>
    isShell(part)
      ? joined(part.text)
          .map(([, line]) => line)
          .filter(isAssignment)
      : [],
  );
  return parts.flatMap((part) => commandsOf(document, part, given));
}

type Code = Extract<Part, { readonly kind: "code" }>;

const isShell = (part: Part): part is Code => part.kind === "code" && shells.has(part.language);

const isAssignment = (line: string): boolean => /^(?:export )?[A-Za-z_]\w*=(?:'[^']*'|"[^"]*"|\S*)$/.test(line.trim());

function commandsOf(document: string, part: Part, given: readonly string[]): readonly Command[] {
  const of = (line: number, text: string): readonly Command[] =>
    split(text).map((each) => ({ document, line, text: each, given }));
  if (part.kind === "inline") return isCommand(part.text) ? of(part.line, part.text) : [];
  if (!isShell(part)) return [];
  return joined(part.text).flatMap(([at, line]) => {
    const text = line.replaceAll(/("[^"]*"|'[^']*')|(?:^|\s)#.*$/g, "$1").trim();
    return text === "" || isAssignment(text) ? [] : of(part.line + 1 + at, text);
  });
}

/** Lines with their numbers, those that go on behind a backslash as one. */
function joined(block: string): readonly (readonly [at: number, line: string])[] {
  const lines: [number, string][] = [];
  let open = false;
  for (const [at, line] of block.split("\n").entries()) {
    const last = lines.at(-1);
    if (open && last) last[1] = `${last[1].slice(0, -1).trim()} ${line.trim()}`;
    else lines.push([at, line]);
    open = line.endsWith("\\");
  }
  return lines;
}

const split = (text: string): readonly string[] => text.split(/ && /).map((each) => each.trim());
