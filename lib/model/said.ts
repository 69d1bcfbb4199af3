/** One sentence for people, in both languages: what is wrong, where, and how to mend it. */
export type Said = { readonly zh: string; readonly en: string };

/** The same as one line, for programs that show what a sender was answered. */
export const inBoth = (en: string, zh: string): string => `${en} · ${zh}`;
