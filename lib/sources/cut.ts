let segmenter: Intl.Segmenter | undefined;

/** Made on first use: it costs a cold start more than all else that this file does. */
const graphemes = (): Intl.Segmenter => (segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" }));

/** At most `max` characters as a reader counts them, with an ellipsis for what is left out. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  // A single character may be endless (combining marks), so what is looked at is bounded too.
  const part = text.slice(0, max * 16);
  let seen = 0;
  let last = 0;
  for (const { index } of graphemes().segment(part)) {
    if (seen === max) return `${part.slice(0, index).trimEnd()}…`;
    seen += 1;
    last = index;
  }
  return part === text ? text : `${part.slice(0, last)}…`;
}
