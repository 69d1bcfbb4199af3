import { openHold } from "./hold.ts";
import { readHtmlTag } from "./html-tag.ts";
import { readMarkup } from "./read-markup.ts";
import type { Finds, Told } from "./told.ts";

/** How a chat that speaks Markdown differs from others that do. */
export type ChatMarkdown = {
  /** What stands for its own angle brackets in words; undefined where they are none of its. */
  readonly angle: (inner: string, finds: Finds) => string | undefined;
  /** Names that call everybody after an `@`. */
  readonly calls: readonly string[];
};

/** Code, where nothing else counts; angle brackets; what may be a call. */
const pieces = /(```[^]*?```|`[^`\n]+`)|<([^<>\n]{1,2100})>|(?<![\w@./-])@([a-z]{3,8})(?![\w-]|\.\w)/g;

/** The words of a text in a chat's Markdown, with its own signs for people and links. */
export function readMarkdown(text: string, { angle, calls }: ChatMarkdown): Told {
  const finds: Finds = {};
  const { clean, put, restore } = openHold(text);
  // A link that has words stays one, so that the first link of all is the parser's to find.
  const readAngle = (inner: string): string | undefined => {
    const own: Finds = {};
    const words = angle(inner, own);
    finds.calls ??= own.calls;
    if (words === undefined) return undefined;
    return own.link === undefined ? put(words) : `[${put(words)}](<${own.link}>)`;
  };
  const bare = clean.replace(pieces, (whole: string, code?: string, inner?: string, name?: string) => {
    if (code !== undefined) return whole;
    if (inner !== undefined) {
      const words = readAngle(inner);
      return words === undefined ? (readHtmlTag(inner, finds) ?? put(whole)) : words;
    }
    if (name === undefined || !calls.includes(name)) return whole;
    finds.calls ??= whole;
    return "";
  });
  const lines = readMarkup(bare, {
    image: "",
    onLink: (url) => (finds.link ??= url),
    onImage: (url) => (finds.image ??= url),
  });
  return { ...finds, lines: lines.map(({ words }) => restore(words)) };
}
