import { readMarkdown } from "./read-markdown.ts";
import type { Told } from "./told.ts";

/** The words of a text in Markdown that has no signs of a chat's own: angle brackets are HTML, or stand for themselves. */
export const readCommonMark = (text: string): Told => readMarkdown(text, { angle: () => undefined, calls: [] });
