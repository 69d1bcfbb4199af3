const han = /\p{Script=Han}/u;

/** Comments of the languages that the documents' blocks are in: they are words, and may differ. */
const comments = /(?:^|\s)(?:#|\/\/)(?:\s.*|$)/gm;

/** Quoted texts and places to fill in stay whole, so that words in them count as one. */
const token = /<[^<>\s][^<>\n]*>|"(?:\\.|[^"\\])*"|'[^']*'|`[^`]*`|[\p{L}\p{N}_.$-]+|[^\s\p{L}\p{N}]/gu;

/** What of a block is the same in every language: its signs and names; comments are left out. */
const tokensOf = (code: string): readonly string[] => code.replaceAll(comments, "").match(token) ?? [];

/** The names in a text of JSON, which are no words. */
const namesIn = (text: string): string => (text.match(/"[\w-]+"(?=\s*:)/g) ?? []).join(" ");

const isWords = (text: string): boolean => /^["'`<]/.test(text) || han.test(text);

/** Whether two tokens say the same: words in Chinese may stand for words in English, where the names in them agree. */
const agree = (en: string, zh: string): boolean =>
  en === zh || (han.test(zh) && (isWords(en) || /^[A-Za-z]+$/.test(en)) && namesIn(en) === namesIn(zh));

/** Where two blocks say different things: the first tokens that do not agree; undefined where they are one. */
export function differ(en: string, zh: string): string | undefined {
  const [ours, theirs] = [tokensOf(en), tokensOf(zh)];
  const at = ours.findIndex((each, at) => !agree(each, theirs[at] ?? ""));
  if (at >= 0) return `${ours[at]} ≠ ${theirs[at] ?? "(end)"}`;
  return theirs.length > ours.length ? `(end) ≠ ${theirs[ours.length]}` : undefined;
}
