const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** At most `max` characters as a reader counts them, with an ellipsis for what is left out. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let seen = 0;
  // A single character may be endless (combining marks), so the length in code units is bounded too.
  const part = text.slice(0, max * 8);
  for (const { index } of segmenter.segment(part)) {
    if (seen === max) return `${part.slice(0, index).trimEnd()}…`;
    seen += 1;
  }
  return part.length < text.length ? `${part.replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
