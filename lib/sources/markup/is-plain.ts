/** What may begin a block that is no paragraph, at a line's start: headings, quotes, lists, rules, tables, fences. */
const block = /^[ \t]*(?:[#>=|:+-]|\d{1,9}[.)](?:[ \t]|$))/m;

/** Indented code, in which names of emoji are left as they are. */
const code = /^(?: {4}| {0,3}\t)[^\r\n]*:[a-z0-9_+-]+:/m;

/** Signs within a line that may mean more than themselves: not `snake_case`, `[FIRING]`, `a < b`, `C:\Users`, `?a=1&b=2`. */
const inline = /[*`\0]|~~|\]\(|\]:|<(?!\s)|&[#\w]+;|\\(?![a-z0-9])|(?<![a-z0-9_])_|_(?![a-z0-9_])/i;

/** Whether a text is the same with and without Markdown, HTML and entities: then there is no need to parse it. Never wrong by a yes. */
export const isPlain = (text: string): boolean => !inline.test(text) && !block.test(text) && !code.test(text);
