import type { Parser } from "./parser.ts";

/** What few texts need and all would wait for: it is imported when the first of them comes. */
type Parts = {
  readonly parser: Parser;
  /** Emoji by GitHub's names of them. */
  readonly emoji: Readonly<Record<string, string>>;
};

const parts: { -readonly [Name in keyof Parts]?: Parts[Name] } = {};

const loads: { readonly [Name in keyof Parts]: () => Promise<void> } = {
  parser: async () => {
    parts.parser ??= (await import("./parser.ts")).parser;
  },
  emoji: async () => {
    parts.emoji ??= (await import("./emoji-table.ts")).emoji;
  },
};

/** Says that a text needs a part before it is there. */
class PartMissing extends Error {
  override readonly name = "PartMissing";
  readonly part: keyof Parts;

  constructor(part: keyof Parts) {
    super(`the ${part} is not loaded: markup is read by readingMarkup, or after loadMarkup`);
    this.part = part;
  }
}

/** A part, for the readers of markup; thrown is that it is not there yet, for `readingMarkup` to see to. */
export function need<Name extends keyof Parts>(name: Name): NonNullable<Parts[Name]> {
  const part = parts[name];
  if (!part) throw new PartMissing(name);
  return part;
}

/** Imports all parts, where nobody waits. */
export async function loadMarkup(): Promise<void> {
  await Promise.all(Object.values(loads).map((load) => load()));
}

/** What `read` makes of a request: where it needs a part that is not there yet, it is called again when the part is. */
export async function readingMarkup<Read>(read: () => Read): Promise<Read> {
  for (;;) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof PartMissing)) throw error;
      await loads[error.part]();
    }
  }
}
