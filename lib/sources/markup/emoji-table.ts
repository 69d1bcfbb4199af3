import { emojiNames } from "./emoji-names.ts";

/** Emoji by GitHub's names of them. */
export const emoji = JSON.parse(emojiNames) as Readonly<Record<string, string>>;
