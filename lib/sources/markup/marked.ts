/**
 * Marks on both sides of words, single or doubled: not inside a word (`snake_case`), and none that a space parts from them. `sign` is
 * one sign, as a pattern.
 */
export const marked = (sign: string): RegExp =>
  new RegExp(`(?<![\\w${sign}])(${sign}{1,2})(?=\\S)([^${sign}\\n]+?)(?<=\\S)\\1(?![\\w${sign}])`, "g");
