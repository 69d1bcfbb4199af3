/** Languages of the words that the relay itself writes. */
export const languages = ["zh", "en"] as const;

export type Language = (typeof languages)[number];
