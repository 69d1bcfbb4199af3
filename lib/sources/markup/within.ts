import type { ReadText, Told } from "./told.ts";

/** In characters: of a message no more is parsed, whatever number of texts it has. What is behind is told as it came. */
const maxLength = 8_000;

/** In characters: what is further behind is one line, since a notice looks at no more and a text may have a million lines. */
const maxLines = 100_000;

const linesOf = (text: string): readonly string[] => {
  const lines = text.slice(0, maxLines).split(/\r?\n/);
  return text.length > maxLines ? [...lines, text.slice(maxLines)] : lines;
};

/** Where a text may be cut: at a line's end where there is one. */
const endOf = (text: string, most: number): number => text.slice(0, most).lastIndexOf("\n") + 1 || most;

/** Holds the readers of one message's texts to what is parsed of it in all. */
export function openWithin(): (read: ReadText) => ReadText {
  let left = maxLength;
  return (read) => (text) => {
    const end = text.length <= left ? text.length : endOf(text, left);
    left -= end;
    const told: Told = end === 0 ? { lines: [] } : read(text.slice(0, end));
    return end === text.length ? told : { ...told, lines: [...told.lines, ...linesOf(text.slice(end))] };
  };
}
