/** Marks of Jira's wiki markup, and what is left of each. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/\{(?:code|noformat|quote|panel|color)(?::[^{}\n]{0,200})?\}/g, ""],
  [/![^!\s|]{1,200}(?:\|[^!\n]{0,100})?!/g, ""],
  [/\[~?([^[\]|\n]{1,200})\|[^[\]\n]{1,500}\]/g, "$1"],
  [/\[~(?:accountid:)?([^[\]\n]{1,200})\]/g, "@$1"],
  [/\[(https?:[^[\]\s|]{1,500})\]/g, "$1"],
  [/^\s{0,10}h[1-6]\.\s/gm, ""],
  [/^\s{0,10}(?:[*#]{1,5}|-)\s/gm, "• "],
  [/(?<=^|[\s(])([*_])(?=\S)([^*_\n]{1,200})(?<=\S)\1(?=$|[\s.,:;!?)])/gm, "$2"],
];

/** The lines of a text in Jira's wiki markup, in words. */
export const readWiki = (text: string): readonly string[] =>
  marks.reduce((told, [mark, words]) => told.replace(mark, words), text).split(/\r?\n/);
