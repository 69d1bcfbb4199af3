import { beforeLink } from "./before-link.ts";
import { graphemes } from "./graphemes.ts";

/** At most `max` characters as a reader counts them, with an ellipsis for what is left out; a link is told whole or not. */
export function cutToLength(text: string, max: number): string {
  if (text.length <= max) return text;
  // A single character may be endless (combining marks), so what is looked at is bounded too.
  const part = text.slice(0, max * 16);
  let seen = 0;
  let last = 0;
  for (const { index } of graphemes().segment(part)) {
    if (seen === max) return `${part.slice(0, beforeLink(text, index)).trimEnd()}…`;
    seen += 1;
    last = index;
  }
  return part === text ? text : `${part.slice(0, last)}…`;
}
