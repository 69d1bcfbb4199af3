/** In characters. Git hosts take no longer names; of one that is longer no more is looked at. */
const maxName = 1_024;

/**
 * Whether a whole name fits a glob: `*` stands for anything within one path segment, `**` for anything at all, every other
 * character for itself. Walks all ways at once, so that no pattern is slow: pattern times text at worst.
 */
export function fitsGlob(glob: string, name: string): boolean {
  const text = name.slice(0, maxName);
  let reached: readonly boolean[] = Array.from({ length: text.length + 1 }, (_, at) => at === 0);
  for (const [token] of glob.matchAll(/\*{2,}|[\s\S]/g)) reached = advance(reached, token, text);
  return reached.at(-1) === true;
}

/** Positions of the text that can be reached after one more token. */
function advance(reached: readonly boolean[], token: string, text: string): readonly boolean[] {
  if (!token.startsWith("*"))
    return reached.map((_, at) => at > 0 && text[at - 1] === token && reached[at - 1] === true);
  let open = false;
  return reached.map((here, at) => {
    open = here || (open && (token.length > 1 || text[at - 1] !== "/"));
    return open;
  });
}
