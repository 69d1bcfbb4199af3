const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/gu;

/** Columns that a text takes in a terminal, where Chinese characters and emoji are two wide. */
export const width = (text: string): number => text.replaceAll(wide, "  ").length;

/** Fills a text with spaces up to so many columns. */
export const fill = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - width(text)));
