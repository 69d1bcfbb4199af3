import type { ReadText, Told } from "./told.ts";

/** In characters: of a message no more is parsed, whatever number of texts it has. What is behind is told as it came. */
const maxLength = 8_000;

/** Where a text may be cut: at a line's end where there is one. */
const endOf = (text: string, most: number): number => text.slice(0, most).lastIndexOf("\n") + 1 || most;

/** Holds the readers of one message's texts to what is parsed of it in all. */
export function openWithin(): (read: ReadText) => ReadText {
  let left = maxLength;
  return (read) => (text) => {
    const end = text.length <= left ? text.length : endOf(text, left);
    left -= end;
    const told: Told = end === 0 ? { lines: [] } : read(text.slice(0, end));
    return end === text.length ? told : { ...told, lines: [...told.lines, ...text.slice(end).split(/\r?\n/)] };
  };
}
