import type { Parser } from "./parser.ts";

let parser: Parser | undefined;

/** Says that a text needs the parser before it is there. */
class ParserMissing extends Error {
  override readonly name = "ParserMissing";
  override readonly message = "Markdown is read by `readingMarkup`, or after `loadParser`";
}

/** The parser, for readers of Markdown; thrown is that it is not there yet. */
export function theParser(): Parser {
  if (!parser) throw new ParserMissing();
  return parser;
}

/** Imports the parser: some ten milliseconds once, so only where a text needs it, or where nobody waits. */
export async function loadParser(): Promise<void> {
  parser ??= (await import("./parser.ts")).parser;
}

/** What `read` makes of a request. Where that needs the parser first, it is called once more when the parser is there. */
export async function readingMarkup<Read>(read: () => Read): Promise<Read> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ParserMissing)) throw error;
  }
  await loadParser();
  return read();
}
