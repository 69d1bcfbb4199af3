/** In characters: a longer title is told as the first line of the text. */
const maxTitle = 200;

/** In characters: of a text no more is looked at; what is behind is only counted later. */
const maxRead = 100_000;

const seen = /[^\s\p{Cf}]/u;

/**
 * A message of a title and lines. Of a title of several lines the first is one, the others are told; what the text begins with is
 * not told again where it is the title.
 */
export function titled(title: string, texts: readonly string[]): { readonly title?: string; readonly text: string } {
  const [first, ...more] = linesOf(title);
  const lines = texts.flatMap(linesOf);
  if (first === undefined || first.length > maxTitle)
    return { text: [...(first === undefined ? [] : [first]), ...more, ...lines].join("\n") };
  return { title: first, text: [...more, ...(lines[0] === first ? lines.slice(1) : lines)].join("\n") };
}

const linesOf = (text: string): readonly string[] => {
  const lines = text.slice(0, maxRead).split(/\r\n|[\n\r\u2028\u2029]/);
  const told = lines.map((line) => line.trim()).filter((line) => seen.test(line));
  return text.length > maxRead ? [...told, text.slice(maxRead)] : told;
};
