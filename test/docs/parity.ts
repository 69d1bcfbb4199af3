import { posix } from "node:path";
import type { Pair } from "./documents.ts";
import { type Part, partsOf, slugsOf } from "./markdown.ts";
import { differ } from "./words-of-code.ts";

/** Blocks of these languages are for machines; what has none shows what a person sees, in their language. */
const shown: ReadonlySet<string> = new Set(["", "mermaid"]);

type Kept = Exclude<Part, { readonly kind: "inline" }>;

/**
 * What the two languages of a document do not have alike, as sentences with both lines: the first difference of headings by level, code
 * blocks by what they say, tables by size and list items; else the first of where links lead; else all of names that are set as code.
 */
export function unlike(pair: Pair, read: (file: string) => string): readonly string[] {
  const [en, zh] = [partsOf(read(pair.en)), partsOf(read(pair.zh))];
  const order = firstUnlike(pair, en.filter(isFrame), zh.filter(isFrame), sameFrame);
  if (order !== undefined) return [order];
  const links = firstUnlike(pair, en.filter(isLink), zh.filter(isLink), (a, b) => sameLink(pair, a, b, read));
  return links === undefined ? unlikeNames(pair, en, zh) : [links];
}

/** Names, options and commands in the text of each section: what is set as code and has no Chinese in it, in any order. */
function unlikeNames({ en, zh }: Pair, ours: readonly Part[], theirs: readonly Part[]): readonly string[] {
  const [a, b] = [namesBySection(ours), namesBySection(theirs)];
  return [...a].flatMap(([line, names], at) => {
    const others = [...b][at] ?? ([0, new Set<string>()] as const);
    const only = [...names].filter((each) => !others[1].has(each));
    const lacking = [...others[1]].filter((each) => !names.has(each));
    return [
      ...only.map((each) => `${en}:${line} has \`${each}\`, which its section of ${zh} has not`),
      ...lacking.map((each) => `${zh}:${others[0]} has \`${each}\`, which its section of ${en} has not`),
    ];
  });
}

const han = /\p{Script=Han}/u;

function namesBySection(parts: readonly Part[]): ReadonlyMap<number, ReadonlySet<string>> {
  const sections = new Map<number, Set<string>>([[1, new Set()]]);
  let names = sections.get(1);
  for (const part of parts) {
    if (part.kind === "heading") sections.set(part.line, (names = new Set()));
    if (part.kind !== "inline") continue;
    const text = part.text.replaceAll(/<[^<>]*>|\[[^[\]]*\]/g, "<>");
    if (!han.test(text)) names?.add(text);
  }
  return sections;
}

type Link = Extract<Part, { readonly kind: "link" }>;

const isFrame = (part: Part): part is Exclude<Kept, Link> => part.kind !== "inline" && part.kind !== "link";
const isLink = (part: Part): part is Link => part.kind === "link";

function firstUnlike<Some extends Kept>(
  { en, zh }: Pair,
  ours: readonly Some[],
  theirs: readonly Some[],
  compare: (a: Some, b: Some) => string | undefined,
): string | undefined {
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
    const a: Some | undefined = ours[at];
    const b: Some | undefined = theirs[at];
    const fault = a && b ? compare(a, b) : "only one of them has it";
    if (fault !== undefined)
      return `${en}:${a?.line ?? "end"} ${name(a)} ↔ ${zh}:${b?.line ?? "end"} ${name(b)}: ${fault}`;
  }
  return undefined;
}

const name = (part: Kept | undefined): string => {
  if (part === undefined) return "nothing";
  if (part.kind === "heading") return `${"#".repeat(part.level)} ${part.title}`;
  return part.kind === "link" ? part.target : part.kind;
};

function sameFrame(a: Exclude<Kept, Link>, b: Exclude<Kept, Link>): string | undefined {
  if (a.kind === "heading" && b.kind === "heading") return a.level === b.level ? undefined : "levels";
  if (a.kind === "table" && b.kind === "table")
    return a.rows === b.rows && a.columns === b.columns
      ? undefined
      : `${a.rows} × ${a.columns} rows and columns, and ${b.rows} × ${b.columns}`;
  if (a.kind === "code" && b.kind === "code") return sameCode(a, b);
  return a.kind === b.kind ? undefined : "another thing stands there";
}

type Code = Extract<Part, { readonly kind: "code" }>;

function sameCode(a: Code, b: Code): string | undefined {
  if (a.language !== b.language) return `${a.language} and ${b.language}`;
  return shown.has(a.language) ? undefined : differ(a.text, b.text);
}

/** The same address, or the same document in the other language; an anchor that leads to the same heading. */
function sameLink({ en, zh }: Pair, a: Link, b: Link, read: (file: string) => string): string | undefined {
  if (isOutside(a.target)) return a.target === b.target ? undefined : "another address";
  const [ours, theirs] = [placeOf(en, a.target), placeOf(zh, b.target)];
  if (ours.file.replace(/\.zh-CN\.md$/, ".md") !== theirs.file.replace(/\.zh-CN\.md$/, ".md")) return "another file";
  const [at, there] = [headingAt(ours, read), headingAt(theirs, read)];
  if (at === -1 || there === -1) return "no such heading";
  return at === there ? undefined : "another heading";
}

const isOutside = (target: string): boolean => /^[a-z]+:/.test(target);

type Place = { readonly file: string; readonly anchor: string | undefined };

function placeOf(from: string, target: string): Place {
  const [path = "", anchor] = target.split("#");
  return { file: path === "" ? from : posix.join(posix.dirname(from), path), anchor };
}

/** Index of the heading that an anchor names: undefined without one, -1 where there is none. */
const headingAt = ({ file, anchor }: Place, read: (file: string) => string): number | undefined =>
  anchor === undefined ? undefined : slugsOf(partsOf(read(file))).indexOf(anchor);
