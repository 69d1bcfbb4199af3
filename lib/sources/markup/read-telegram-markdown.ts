import { httpLink } from "../http-link.ts";
import { openHold } from "./hold.ts";
import { marked } from "./marked.ts";
import type { Finds, ReadText } from "./told.ts";

/** An escaped sign, and code. In that of version 2 only the backtick and the backslash are escaped, in that of version 1 nothing. */
const pieces = {
  1: /\\([_*`[])|```(?:[\w+#-]*\n)?([^]*?)```|`([^`\n]+)`/g,
  2: /\\([\u0021-\u007e])|```(?:[\w+#-]*\n)?((?:\\[`\\]|\\(?![`\\])|[^\\])*?)```|`((?:\\[`\\]|\\(?![`\\])|[^`\\\n])+)`/g,
} as const;
const link = /!?\[([^[\]\n]{1,300})\]\(([^\s)[\]]{1,2100})\)/g;
const quote = /^(?:\*\*)?> ?/gm;

/** Of version 2 every sign that is none of its marks is escaped, so that one with a partner is a mark, wherever it stands. */
const second = [/\|\|([^|]+)\|\|/g, /__([^_]+)__/g, /\*([^*]+)\*/g, /_([^_]+)_/g, /~([^~]+)~/g];
const first = ["\\*", "_"].map(marked);

type Version = 1 | 2;

const withoutMarks = (text: string, version: Version): string =>
  version === 1
    ? first.reduce((words, mark) => words.replace(mark, "$2"), text)
    : second.reduce((words, mark) => words.replace(mark, "$1"), text.replace(quote, ""));

/**
 * The words of a text in Telegram's `Markdown` (version 1) or `MarkdownV2` (core.telegram.org/bots/api, "Formatting options"): one
 * pass for each kind of mark, no markup left. A mark without its partner is a sign.
 */
export const readTelegramMarkdown =
  (version: Version): ReadText =>
  (text) => {
    const finds: Finds = {};
    const { clean, put, restore } = openHold(text);
    const bare = clean.replace(pieces[version], (_, sign?: string, fence?: string, span?: string) => {
      if (sign !== undefined) return put(sign);
      const inner = fence ?? span ?? "";
      const code = version === 1 ? inner : inner.replace(/\\([`\\])/g, "$1");
      return fence === undefined ? put(code) : `\n${put(code)}\n`;
    });
    const inLinks = bare.replace(link, (_, label: string, url: string) => {
      finds.link ??= httpLink(restore(url));
      return label;
    });
    return { ...finds, lines: restore(withoutMarks(inLinks, version)).split(/\r\n|[\r\n]/) };
  };
