import { beforeLink } from "./before-link.ts";
import { graphemes } from "./graphemes.ts";
import { largest } from "./largest.ts";

/** Longer runs (hashes, base64) are no words: stepping back over one would waste more than it saves. */
const maxWordLength = 24;

/** Scripts that part words by spaces; between Chinese characters a cut is as good as anywhere. */
const wordEnd = /[\w'’\u00c0-\u058f-]+$/;
const wordStart = /^[\w'’\u00c0-\u058f-]/;

/** Back to the start of a word that would be cut, unless nothing stood before it. */
function atWord(text: string, at: number): number {
  if (!wordStart.test(text.slice(at, at + 1))) return at;
  const length = wordEnd.exec(text.slice(Math.max(0, at - maxWordLength - 1), at))?.[0].length ?? 0;
  return length > maxWordLength || length === at ? at : at - length;
}

/** Back to the start of a sign that would be cut. */
const atGrapheme = (text: string, at: number): number =>
  graphemes()
    .segment(text.slice(0, at + 2))
    .containing(at)?.index ?? at;

/** The text, or as much of it as fits with `…` after it, whole words if possible; empty when nothing fits. */
export function cutToFit(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const max = largest(text.length, (length) => fits(`${text.slice(0, length)}…`));
  const kept = text.slice(0, atGrapheme(text, beforeLink(text, atWord(text, max)))).trimEnd();
  return kept === "" ? "" : `${kept}…`;
}
